import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { valid, type NoValue, type Result } from '../result';
import { asSentence, maskFor } from '../text/clean';
import type { Access } from './access';
import type { FailureInfo } from './answer';
import { textIfNotDeleted } from './failureTable';
import { isObject, parseJson, readFailure } from './reply';
import { request } from './request';
import { readTransportFault } from './transportFault';

/** Needs a grant of its own. (Metadata API, so there is no `/resources/` in its path; that the verb is GET is inferred.) */
export const PROFILES_PATH = '/metadata/v3/profile/';

/** ms; a person waits for the list. */
const TIMEOUT = 15_000;

const TYPE_IT = "Choose 'By Name' and type the profile name instead.";
const COPY_KEY =
	"Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.";
const NOT_ALLOWED = {
	message: 'This API key is not allowed to read the list of profiles',
	description: `${TYPE_IT} To see the list, grant the API user the profile metadata API.`,
};

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
		const list = isContent ? findList(parseJson(reply.body)) : undefined;
		return list ? valid(list.flatMap(nameIn).map(mask)) : noList(failure, false);
	} catch (thrown) {
		const fault = readTransportFault(thrown, mask);
		return noList(fault, fault.kind !== 'transient' || !fault.mayHaveBeenExecuted);
	}
}

/** In few words, since n8n's list cuts off what is long. With a refused key a typed name would be of no use either. */
function noList({ code, httpStatus, detail }: FailureInfo, wasNeverSent: boolean): NoValue {
	const failed = { ok: false, code, httpStatus } as const;
	const isNamed = code === '498' || code === '405' || wasNeverSent;
	const message = isNamed ? textIfNotDeleted(code).message : 'Webex Campaign did not return the list of profiles';
	const said = asSentence(httpStatus ? `HTTP ${httpStatus}` : detail || code);
	if (code === '430') return { ...failed, ...NOT_ALLOWED };
	return { ...failed, message, description: code === '498' ? COPY_KEY : `${TYPE_IT} Technical detail: ${said}` };
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
