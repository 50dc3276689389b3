import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readApiKey } from './apiKey';
import { resolveEndpoint } from './endpoint';
import type { OrReason } from './orReason';

/** A usable credential: where requests go, and with what. */
export interface Access {
	/** The endpoint's address, context path included. */
	endpoint: string;
	apiKey: string;
	credential: ICredentialDataDecryptedObject;
}

/** The one place that turns a credential, its expressions resolved, into an access. */
export function accessWith(credential: ICredentialDataDecryptedObject): OrReason<Access> {
	const endpoint = resolveEndpoint(credential);
	if (!endpoint.ok) return endpoint;
	const apiKey = readApiKey(credential.apiKey);
	if (!apiKey.ok) return apiKey;
	return { ok: true, value: { endpoint: endpoint.value, apiKey: apiKey.value, credential } };
}
