import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../api/access';
import { readApiKey } from '../api/apiKey';
import { resolveEndpoint } from '../api/endpoint';
import { asSentence } from '../text/asSentence';
import { clean } from '../text/clean';
import { accepted, refused, type Checked } from './checked';

const NAME = 'webexCampaignApi';
const OPEN_IT = 'Open the credential of this node and correct it. n8n tests it when you save it.';

/**
 * One run, one tenant. The credential's fields may hold expressions, so it is read for the first and the last item:
 * items of several tenants in one run are refused rather than sent to the wrong one.
 */
export async function readAccess(context: IExecuteFunctions, items: number): Promise<Checked<Access>> {
	const first = await readFor(context, 0);
	if (!first.ok || items < 2) return first;
	const last = await readFor(context, items - 1);
	if (!last.ok) return last;
	if (first.value.endpoint === last.value.endpoint && first.value.apiKey === last.value.apiKey) return first;
	return refused(
		'The credential differs from item to item',
		"Its fields hold expressions that lead to different tenants or keys. Split the items by tenant, and run the node once for each, for instance with 'Loop Over Items'.",
	);
}

async function readFor(context: IExecuteFunctions, item: number): Promise<Checked<Access>> {
	let credential: ICredentialDataDecryptedObject;
	try {
		credential = await context.getCredentials(NAME, item);
	} catch (thrown) {
		const said = clean(thrown instanceof Error ? thrown.message : String(thrown), '');
		return refused(
			"The credential 'Webex Campaign API' could not be read",
			`Choose a credential in this node. n8n says: ${asSentence(said)}`,
		);
	}
	const endpoint = resolveEndpoint(credential);
	if (!endpoint.ok) return refused(`The credential can't be used: ${endpoint.reason}`, OPEN_IT);
	const key = readApiKey(credential.apiKey);
	if (!key.ok) return refused(`The credential can't be used: ${key.reason}`, OPEN_IT);
	return accepted({ endpoint: endpoint.url, apiKey: key.apiKey, credential });
}
