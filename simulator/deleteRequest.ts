import { defaultProfileName } from './profiles';

/** The body of a Delete Profile request, after the checks the reference page's parameter table implies. */
export interface DeleteRequest {
	/** As sent, or the default profile's name. */
	profileName: string;
	key: string;
	auditParameters: Record<string, string>;
}

/**
 * @returns null for what the API answers with 500/1001 "Invalid input JSON": no JSON object, a content
 * type that is not the one the page asks for, a key that is missing, or a parameter that is not a string.
 */
export function readDeleteRequest(contentType: string | undefined, body: string): DeleteRequest | null {
	if (!/^application\/json\b/i.test(contentType ?? '')) return null;
	const fields = parseObject(body);
	if (!fields || typeof fields.key !== 'string') return null;
	const profileName = fields['profile-name'] ?? defaultProfileName;
	if (typeof profileName !== 'string') return null;

	const auditParameters: Record<string, string> = {};
	for (let number = 1; number <= 10; number++) {
		const value = fields[`exparam${number}`];
		if (value === undefined) continue;
		if (typeof value !== 'string') return null;
		auditParameters[`exparam${number}`] = value;
	}
	return { profileName, key: fields.key, auditParameters };
}

function parseObject(text: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : null;
	} catch {
		return null;
	}
}
