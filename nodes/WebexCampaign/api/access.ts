import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { withoutInvisible } from '../text/clean';
import { unusableCredential, valid, type Result } from '../result';
import { resolveEndpoint } from './endpoint';

/** A usable credential: where requests go, and with what. */
export interface Access {
	/** The endpoint's address, context path included. */
	endpoint: string;
	apiKey: string;
	credential: ICredentialDataDecryptedObject;
}

/** The one place that turns a credential, its expressions resolved, into an access. */
export function accessWith(credential: ICredentialDataDecryptedObject): Result<Access> {
	const endpoint = resolveEndpoint(credential);
	if (!endpoint.ok) return endpoint;
	const apiKey = readApiKey(credential.apiKey);
	if (!apiKey.ok) return apiKey;
	return valid({ endpoint: endpoint.value, apiKey: apiKey.value, credential });
}

/** What an HTTP header can carry: printable ASCII. */
const PRINTABLE = /^[\x21-\x7E]+$/;

/** Checks the credential's 'API Secret Key'. No request ever leaves with an empty or broken key. */
export function readApiKey(value: unknown): Result<string> {
	const apiKey = typeof value === 'string' ? withoutInvisible(value) : '';
	if (apiKey === '') return unusableCredential("'API Secret Key' is empty");
	if (/\s/.test(apiKey)) return unusableCredential("'API Secret Key' has a space or a line break in it: copy it again");
	if (!PRINTABLE.test(apiKey))
		return unusableCredential("'API Secret Key' holds characters that no key has: copy it again");
	return valid(apiKey);
}
