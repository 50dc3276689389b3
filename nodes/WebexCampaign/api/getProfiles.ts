import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { valid, type Refusal, type Result } from '../result';
import { asSentence } from '../text/clean';
import { maskFor } from '../text/maskKey';
import type { Access } from './access';
import type { FailureInfo } from './answer';
import { textIfNotDeleted } from './failureTable';
import { parseJson, readFailure } from './reply';
import { request } from './request';
import { readTransportFault } from './transportFault';

/**
 * The read-only call with which a key can be tried and profiles can be listed (metadata API; no `/resources/` in its path;
 * the verb GET is inferred). It needs a grant of its own.
 */
export const PROFILES_PATH = '/metadata/v3/profile/';

/** ms; a person waits for the list. */
const TIMEOUT = 15_000;

const NOT_RETURNED = 'Webex Campaign did not return the list of profiles';
const TYPE_IT = "Choose 'By Name' and type the profile name instead.";

/** The names of the profiles that the key may see. Asks once, changes nothing, never rejects. */
export async function getProfiles(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	access: Access,
): Promise<Result<string[]>> {
	const mask = maskFor(access.apiKey);
	try {
		const reply = await request(context, access, { url: PROFILES_PATH, timeout: TIMEOUT });
		const failure = readFailure(reply, mask);
		const isContent = failure.code === 'UNEXPECTED_REPLY' && Math.floor(reply.status / 100) === 2;
		const list = isContent ? findList(parseJson(mask(reply.body))) : undefined;
		return list ? valid(list.flatMap(nameIn)) : refusal(failure);
	} catch (thrown) {
		const fault = readTransportFault(thrown, mask);
		const wasNeverSent = fault.kind !== 'transient' || !fault.mayHaveBeenExecuted;
		return refusal(fault, wasNeverSent ? textIfNotDeleted(fault.code).message : NOT_RETURNED);
	}
}

const refusal = (failure: FailureInfo, message = messageOf(failure.code)): Refusal => ({
	ok: false,
	message,
	description: adviceFor(failure),
	code: failure.code,
	httpStatus: failure.httpStatus,
});

function messageOf(code: string): string {
	if (code === '430') return 'This API key is not allowed to read the list of profiles';
	return code === '498' || code === '405' ? textIfNotDeleted(code).message : NOT_RETURNED;
}

/** In few words, since n8n's list cuts off what is long. With a refused key a typed name would be of no use either. */
function adviceFor({ code, httpStatus, detail }: FailureInfo): string {
	if (code === '430') return `${TYPE_IT} To see the list, grant the API user the profile metadata API.`;
	if (code === '498')
		return "Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.";
	return `${TYPE_IT} Technical detail: ${asSentence(httpStatus ? `HTTP ${httpStatus}` : detail || code)}`;
}

/** Whether the list comes bare or wrapped in an object is not documented. */
function findList(content: unknown): unknown[] | undefined {
	if (Array.isArray(content)) return content;
	if (!isObject(content)) return undefined;
	if ('profile-name' in content) return [content];
	return Object.values(content).find((value): value is unknown[] => Array.isArray(value));
}

function nameIn(definition: unknown): string[] {
	const name = isObject(definition) ? definition['profile-name'] : undefined;
	return typeof name === 'string' && name.trim() ? [name] : [];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
