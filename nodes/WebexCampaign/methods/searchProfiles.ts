import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { readApiKey } from '../api/apiKey';
import { resolveEndpoint } from '../api/endpoint';
import { PROFILE_DEFINITIONS_PATH, readProfileNames } from '../api/profileDefinitions';
import { readTransportFault } from '../api/transportFault';
import { asSentence } from '../text/asSentence';
import { clean } from '../text/clean';

const TYPE_IT = "Choose 'By Name' and type the profile name instead.";

/** The profile names for the list of 'Profile Name'. */
export async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const credential = await this.getCredentials('webexCampaignApi');
	const endpoint = resolveEndpoint(credential);
	const key = readApiKey(credential.apiKey);
	if (!endpoint.ok || !key.ok) {
		const reason = [endpoint, key].map((checked) => (checked.ok ? '' : checked.reason)).find(Boolean) ?? '';
		throw new NodeOperationError(this.getNode(), `The credential can't be used: ${reason}`);
	}
	const reply = await requestDefinitions.call(this, endpoint.url, key.apiKey);
	const names = readProfileNames(reply.body);
	if (!names) {
		throw new NodeApiError(this.getNode(), {}, { ...refusal(reply, key.apiKey) });
	}
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = names
		.filter((name) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.localeCompare(b));
	return { results: results.map((name) => ({ name, value: name })) };
}

interface Definitions {
	statusCode: number | null;
	body: unknown;
	/** Why there is no reply. */
	fault?: string;
}

async function requestDefinitions(
	this: ILoadOptionsFunctions,
	url: string,
	apiKey: string,
): Promise<Definitions> {
	try {
		return (await this.helpers.httpRequestWithAuthentication.call(this, 'webexCampaignApi', {
			url: url + PROFILE_DEFINITIONS_PATH,
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 15_000,
		})) as Definitions;
	} catch (thrown) {
		const fault = readTransportFault(thrown, apiKey);
		return { statusCode: null, body: undefined, fault: 'detail' in fault ? fault.detail : '' };
	}
}

function refusal(
	{ statusCode, body, fault }: Definitions,
	apiKey: string,
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
	const said = clean(typeof fields.description === 'string' ? fields.description : '', apiKey);
	return {
		message: 'Webex Campaign did not return a list of profiles',
		description: `${TYPE_IT} Or check the address in the credential. Technical detail: ${asSentence(`HTTP ${statusCode}${said && `, ${said}`}`)}`,
	};
}
