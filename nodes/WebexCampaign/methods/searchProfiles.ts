import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { accessWith } from '../api/access';
import { PROFILE_DEFINITIONS_PATH, readProfileNames } from '../api/profileDefinitions';
import { readTransportFault } from '../api/transportFault';
import { asSentence } from '../text/asSentence';
import { clean } from '../text/clean';
import { maskFor, type Mask } from '../text/maskKey';

const TYPE_IT = "Choose 'By Name' and type the profile name instead.";

/** The profile names for the list of 'Profile Name'. */
export async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const access = accessWith(await this.getCredentials('webexCampaignApi'));
	if (!access.ok)
		throw new NodeOperationError(this.getNode(), `The credential can't be used: ${access.reason}`);
	const mask = maskFor(access.value.apiKey);
	const reply = await requestDefinitions.call(this, access.value.endpoint, mask);
	const names = readProfileNames(reply.body);
	if (!names) throw new NodeApiError(this.getNode(), {}, { ...refusal(reply, mask) });
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = names
		.filter((name) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.localeCompare(b));
	return { results: results.map((name) => ({ name, value: name })) };
}

/** `fault`: why there is no reply. */
type Definitions = { statusCode: number | null; body: unknown; fault?: string };

async function requestDefinitions(
	this: ILoadOptionsFunctions,
	endpoint: string,
	mask: Mask,
): Promise<Definitions> {
	try {
		return (await this.helpers.httpRequestWithAuthentication.call(this, 'webexCampaignApi', {
			url: endpoint + PROFILE_DEFINITIONS_PATH,
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 15_000,
		})) as Definitions;
	} catch (thrown) {
		const fault = readTransportFault(thrown, mask);
		return { statusCode: null, body: undefined, fault: 'detail' in fault ? fault.detail : '' };
	}
}

function refusal(
	{ statusCode, body, fault }: Definitions,
	mask: Mask,
): { message: string; description: string } {
	const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
	const code = String(fields.code ?? '');
	if (fault !== undefined) {
		return {
			message: 'No connection to Webex Campaign could be made',
			description: `${TYPE_IT} Technical detail: ${asSentence(fault)}`,
		};
	}
	if (code === '430') {
		return {
			message: 'This API key is not allowed to read the list of profiles',
			description: `It may still be allowed to delete. ${TYPE_IT} To see the list, grant the API user the profile metadata API.`,
		};
	}
	if (code === '498') {
		return {
			message: 'Webex Campaign does not accept this API key',
			description:
				"In Webex Campaign, copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.",
		};
	}
	const said = clean(typeof fields.description === 'string' ? fields.description : '', mask);
	return {
		message: 'Webex Campaign did not return a list of profiles',
		description: `${TYPE_IT} Or check the address in the credential. Technical detail: ${asSentence(`HTTP ${statusCode}${said && `, ${said}`}`)}`,
	};
}
