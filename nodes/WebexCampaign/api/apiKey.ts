import { stripInvisible } from '../text/stripInvisible';
import { unusable, type Checked } from './checked';

/** What an HTTP header can carry: printable ASCII. */
const PRINTABLE = /^[\x21-\x7E]+$/;

/** Checks the credential's 'API Secret Key'. No request ever leaves with an empty or broken key. */
export function readApiKey(value: unknown): Checked<string> {
	const apiKey = typeof value === 'string' ? stripInvisible(value) : '';
	if (apiKey === '') return unusable("'API Secret Key' is empty");
	if (/\s/.test(apiKey)) return unusable("'API Secret Key' has a space or a line break in it: copy it again");
	if (!PRINTABLE.test(apiKey))
		return unusable("'API Secret Key' holds characters that no key has: copy it again");
	return { ok: true, value: apiKey };
}
