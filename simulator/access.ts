import { hexadecimal } from './random';

/** Access is granted per API; a key without the grant gets 401/430, a wrong one 401/498 (reference page). */
export type Grant = 'delete' | 'definitions';

export interface AccessKeys {
	/** May delete profiles and read their definitions. */
	apiKey: string;
	/** May delete, but not read the definitions. */
	deleteOnlyKey: string;
	/** May read the definitions, but lacks the grant to delete. */
	ungrantedKey: string;
}

export function accessKeys(seed: number): AccessKeys {
	const key = (purpose: string) => `${purpose}-${hexadecimal(seed, purpose)}`;
	return {
		apiKey: key('everything'),
		deleteOnlyKey: key('delete-only'),
		ungrantedKey: key('definitions-only'),
	};
}

/** @returns why the request is refused, as a code of the failure table, or null if it may go on. */
export function refusal(keys: AccessKeys, authorization: string | undefined, grant: Grant): 430 | 498 | null {
	const bearer = /^Bearer (.*)$/i.exec(authorization ?? '')?.[1];
	if (bearer === keys.apiKey) return null;
	if (bearer === keys.deleteOnlyKey) return grant === 'delete' ? null : 430;
	if (bearer === keys.ungrantedKey) return grant === 'definitions' ? null : 430;
	return 498;
}
