import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readApiKey } from './apiKey';
import { valid, type Checked } from './checked';
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
