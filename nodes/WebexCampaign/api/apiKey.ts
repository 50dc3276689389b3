import { stripInvisible } from '../text/stripInvisible';

export type ApiKey = { ok: true; apiKey: string } | { ok: false; reason: string };

/** What an HTTP header can carry: printable ASCII. */
const PRINTABLE = /^[\x21-\x7E]+$/;

/** Checks the credential's 'API Secret Key'. No request ever leaves with an empty or broken key. */
export function readApiKey(value: unknown): ApiKey {
	const apiKey = typeof value === 'string' ? stripInvisible(value) : '';
	if (apiKey === '') return { ok: false, reason: "'API Secret Key' is empty" };
	if (/\s/.test(apiKey))
		return { ok: false, reason: "'API Secret Key' has a space or a line break in it: copy it again" };
	if (!PRINTABLE.test(apiKey)) {
		return { ok: false, reason: "'API Secret Key' holds characters that no key has: copy it again" };
	}
	return { ok: true, apiKey };
}
