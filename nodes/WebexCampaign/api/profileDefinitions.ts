/**
 * The read-only call with which a key can be tried and profile names can be listed (metadata API; no `/resources/` in its
 * path; the verb GET is inferred). It needs a grant of its own.
 */
export const PROFILE_DEFINITIONS_PATH = '/metadata/v3/profile/';

/** The names in a reply of that call. Whether the list comes bare or wrapped in an object is not documented. */
export function readProfileNames(reply: unknown): string[] | undefined {
	const list = findList(reply);
	const names = list?.map((definition) => (isObject(definition) ? definition['profile-name'] : undefined));
	return names?.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}

function findList(reply: unknown): unknown[] | undefined {
	if (Array.isArray(reply)) return reply;
	if (!isObject(reply)) return undefined;
	if ('profile-name' in reply) return [reply];
	return Object.values(reply).find((value): value is unknown[] => Array.isArray(value));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
