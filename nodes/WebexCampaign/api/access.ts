import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { stripInvisible } from '../text/stripInvisible';
import { unusable, valid, type Checked } from './checked';
import { resolveEndpoint } from './endpoint';

/** A usable credential: where requests go, and with what. */
export interface Access {
	/** The endpoint's address, context path included. */
	endpoint: string;
	apiKey: string;
	credential: ICredentialDataDecryptedObject;
}

/** The one place that turns a credential, its expressions resolved, into an access. */
export function accessWith(credential: ICredentialDataDecryptedObject): Checked<Access> {
	const endpoint = resolveEndpoint(credential);
	if (!endpoint.ok) return endpoint;
	const apiKey = readApiKey(credential.apiKey);
	if (!apiKey.ok) return apiKey;
	return valid({ endpoint: endpoint.value, apiKey: apiKey.value, credential });
}

/** What an HTTP header can carry: printable ASCII. */
const PRINTABLE = /^[\x21-\x7E]+$/;

/** Checks the credential's 'API Secret Key'. No request ever leaves with an empty or broken key. */
export function readApiKey(value: unknown): Checked<string> {
	const apiKey = typeof value === 'string' ? stripInvisible(value) : '';
	if (apiKey === '') return unusable("'API Secret Key' is empty");
	if (/\s/.test(apiKey)) return unusable("'API Secret Key' has a space or a line break in it: copy it again");
	if (!PRINTABLE.test(apiKey))
		return unusable("'API Secret Key' holds characters that no key has: copy it again");
	return valid(apiKey);
}
