import type { IDataObject } from 'n8n-workflow';

import type { Readable } from './get';

/** A profile that holds contacts: its id and attributes as the API gives them. */
type ProfileDefinition = IDataObject & { profileName: string };

/**
 * The read-only call with which a key can be tried and profiles can be listed (metadata API; no `/resources/` in its path;
 * the verb GET is inferred). It needs a grant of its own.
 */
export const PROFILE_DEFINITIONS: Readable<ProfileDefinition[]> = {
	path: '/metadata/v3/profile/',
	name: 'the list of profiles',
	grant: 'the profile metadata API',
	read: (content) => findList(content)?.flatMap(readDefinition),
};

/** Whether the list comes bare or wrapped in an object is not documented. */
function findList(content: unknown): unknown[] | undefined {
	if (Array.isArray(content)) return content;
	if (!isObject(content)) return undefined;
	if ('profile-name' in content) return [content];
	return Object.values(content).find((value): value is unknown[] => Array.isArray(value));
}

function readDefinition(value: unknown): ProfileDefinition[] {
	if (!isObject(value)) return [];
	const { 'profile-id': profileId = null, 'profile-name': profileName, attributes = [] } = value;
	return typeof profileName === 'string' && profileName.trim()
		? [{ profileId, profileName, attributes }]
		: [];
}

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;
