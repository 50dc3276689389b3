import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { maskFor } from '../text/clean';
import type { Access } from './access';
import type { FailureInfo } from './answer';
import { isObject, parseJson, readFailure } from './reply';
import { request } from './request';
import { readTransportFault } from './transportFault';

/** Needs a grant of its own. (Metadata API, so there is no `/resources/` in its path; that the verb is GET is inferred.) */
export const PROFILES_PATH = '/metadata/v3/profile/';

/** ms; a person waits for the list. */
const TIMEOUT = 15_000;

/** The names of the profiles that the key may see, or what kept them away. */
export type ProfileList = { ok: true; names: string[] } | { ok: false; failure: FailureInfo; wasSent: boolean };

/** Asks once, changes nothing, never rejects. */
export async function getProfiles(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	access: Access,
): Promise<ProfileList> {
	const mask = maskFor(access.apiKey);
	try {
		const reply = await request(context, access, { url: PROFILES_PATH, timeout: TIMEOUT });
		const failure = readFailure(reply, mask);
		const isContent = failure.code === 'UNEXPECTED_REPLY' && Math.floor(reply.status / 100) === 2;
		const list = isContent ? findList(parseJson(reply.body)) : undefined;
		return list
			? { ok: true, names: list.flatMap(nameIn).filter((name) => mask(name) === name) }
			: { ok: false, failure, wasSent: true };
	} catch (thrown) {
		const fault = readTransportFault(thrown, mask);
		return { ok: false, failure: fault, wasSent: fault.kind === 'transient' && fault.mayHaveBeenExecuted };
	}
}

/** Whether the list comes bare or wrapped in an object is not documented. A list of something else is none. */
function findList(content: unknown): unknown[] | undefined {
	if (Array.isArray(content)) return content;
	if (!isObject(content)) return undefined;
	if ('profile-name' in content) return [content];
	const lists = Object.values(content).filter((value): value is unknown[] => Array.isArray(value));
	const isEmpty = content.success !== false && lists.every(({ length }) => length === 0);
	return lists.find((list) => list.some((entry) => nameIn(entry).length > 0)) ?? (isEmpty ? lists[0] : undefined);
}

function nameIn(definition: unknown): string[] {
	const name = isObject(definition) ? definition['profile-name'] : undefined;
	return typeof name === 'string' && name.trim() ? [name] : [];
}
