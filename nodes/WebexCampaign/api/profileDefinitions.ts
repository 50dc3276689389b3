import type { IDataObject } from 'n8n-workflow';

import type { Readable } from './get';

/** One of the profiles that hold contacts, as the API describes it. */
export type ProfileDefinition = IDataObject & { 'profile-name': string };

/**
 * The read-only call with which a key can be tried and profiles can be listed (metadata API; no `/resources/` in its path;
 * the verb GET is inferred). It needs a grant of its own.
 */
export const PROFILE_DEFINITIONS: Readable<ProfileDefinition[]> = {
	path: '/metadata/v3/profile/',
	name: 'the list of profiles',
	grant: 'the profile metadata API',
	read: (content) => findList(content)?.filter(isDefinition),
};

/** Whether the list comes bare or wrapped in an object is not documented. */
function findList(content: unknown): unknown[] | undefined {
	if (Array.isArray(content)) return content;
	if (!isObject(content)) return undefined;
	if ('profile-name' in content) return [content];
	return Object.values(content).find((value): value is unknown[] => Array.isArray(value));
}

const isDefinition = (value: unknown): value is ProfileDefinition =>
	isObject(value) && typeof value['profile-name'] === 'string' && value['profile-name'].trim() !== '';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
