import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { accessWith } from '../nodes/WebexCampaign/api/access';

/** n8n's older request format, which the HTTP Request node still uses, names some options differently. */
interface OlderRequestOptions {
	uri?: unknown;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
	rejectUnauthorized?: unknown;
	strictSSL?: unknown;
}

/** What a certificate of the caller's own consists of. Any other option of the connection can let another server pass for this one. */
const OWN_CERTIFICATE = new Set(['cert', 'key', 'passphrase', 'pfx']);

/**
 * Sets the bearer for requests to the credential's own endpoint and refuses all others, so that no node can carry the
 * key elsewhere. A relative address is taken below the endpoint; redirects, which would take the bearer along, are off.
 * The request leaves for exactly the address that was checked.
 *
 * @throws Error with a text for the user: an unusable credential, an address with another origin, or a connection on which
 *   somebody else could read the key
 */
export async function authenticate(
	credential: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const access = accessWith(credential);
	if (!access.ok) throw new Error(access.message);
	const { endpoint, apiKey } = access.value;

	const options = requestOptions as IHttpRequestOptions & OlderRequestOptions;
	const target = absoluteUrl(String(options.uri ?? options.url ?? ''), options.baseURL ?? endpoint);
	if (target?.origin !== new URL(endpoint).origin) {
		// Without the address: n8n replaces a message in which it finds certain words, and a host may hold one.
		throw new Error('This credential is only for its own Webex Campaign: the API key is not sent to another address');
	}

	if (!checksCertificates(options)) {
		throw new Error(
			"The API key is not sent where the server's certificate is not checked as usual: switch off 'Ignore SSL Issues (Insecure)', and leave 'CA' blank in a chosen SSL certificate",
		);
	}
	if (target.protocol === 'http:' && options.proxy) {
		throw new Error(
			"The API key is not sent through a proxy in clear: remove 'Proxy', or let 'API Endpoint' of the credential begin with https://",
		);
	}

	// With user info or other authentication the HTTP client would leave the bearer out.
	target.username = target.password = '';
	const others = Object.entries(options.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'authorization');
	return {
		...options,
		baseURL: undefined,
		auth: undefined,
		url: target.href,
		...(options.uri === undefined ? {} : { uri: target.href }),
		headers: { ...Object.fromEntries(others), Authorization: `Bearer ${apiKey}` },
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	} as IHttpRequestOptions;
}

/** n8n's HTTP client takes the first option from the newer request format, the next two from the older one, the last from both. */
function checksCertificates(options: IHttpRequestOptions & OlderRequestOptions): boolean {
	const { skipSslCertificateValidation, rejectUnauthorized = true, strictSSL = true, agentOptions } = options;
	const connection = Object.entries(agentOptions ?? {}).filter(
		([name, value]) => value !== undefined && !OWN_CERTIFICATE.has(name),
	);
	return !skipSslCertificateValidation && !!rejectUnauthorized && !!strictSSL && connection.length === 0;
}

/** Joins as n8n's HTTP client does: an address with a scheme or `//` stands alone, anything else goes below the base. */
function absoluteUrl(url: string, baseURL: string): URL | undefined {
	const standsAlone = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url);
	const below = () => `${baseURL.replace(/\/+$/, '')}/${url.replace(/^\//, '')}`;
	const joined = standsAlone || url === '' ? url || baseURL : below();
	return URL.canParse(joined) ? new URL(joined) : undefined;
}
