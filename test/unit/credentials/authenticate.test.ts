import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { authenticate } from '../../../credentials/authenticate';

const credential = { region: 'webexcampaign.io', tenant: 'acme', apiKey: 'secret' };
const API = 'https://acme.webexcampaign.io/campaignapi';

const request = (options: object, from: ICredentialDataDecryptedObject = credential) =>
	authenticate(from, options as IHttpRequestOptions);

describe("the bearer goes to the endpoint's own origin", () => {
	it.each<[string, object, string]>([
		['an absolute address', { url: `${API}/resources/v3/delete` }, `${API}/resources/v3/delete`],
		[
			'capitals and the default port',
			{ url: 'HTTPS://ACME.webexcampaign.io:443/x' },
			'https://acme.webexcampaign.io/x',
		],
		['a relative address, below the endpoint', { url: '/metadata/v3/profile/' }, `${API}/metadata/v3/profile/`],
		['no address', { url: '' }, API],
		[
			'a base of the same origin',
			{ url: '/b', baseURL: 'https://acme.webexcampaign.io/a//' },
			'https://acme.webexcampaign.io/a/b',
		],
		['an absolute address wins over the base', { url: `${API}/x`, baseURL: 'https://evil.com' }, `${API}/x`],
		['dots in a path', { url: '/../../x' }, 'https://acme.webexcampaign.io/x'],
		['a query', { url: '/x?to=https://evil.com' }, `${API}/x?to=https://evil.com`],
		['backslashes are a path below the endpoint', { url: '\\\\evil.com' }, `${API}///evil.com`],
		['one slash after the scheme is a path too', { url: 'https:/evil.com' }, `${API}/https:/evil.com`],
	])('%s', async (_name, options, url) => {
		const authenticated = await request(options);
		expect(new URL(authenticated.url).origin).toBe('https://acme.webexcampaign.io');
		expect(authenticated).toMatchObject({ url, headers: { Authorization: 'Bearer secret' } });
		expect(authenticated.baseURL).toBeUndefined();
	});

	it("the older format's uri is checked, rewritten and wins over url", async () => {
		expect(await request({ uri: '/x', url: 'https://evil.com' })).toMatchObject({
			uri: `${API}/x`,
			url: `${API}/x`,
		});
	});

	it('a custom endpoint has its port in its origin', async () => {
		const custom = { region: 'custom', customEndpoint: 'http://127.0.0.1:8080', apiKey: 'secret' };
		expect(await request({ url: '/x' }, custom)).toMatchObject({
			url: 'http://127.0.0.1:8080/campaignapi/x',
		});
		await expect(request({ url: 'http://127.0.0.1:8081/x' }, custom)).rejects.toThrow('is only for');
	});
});

describe('the bearer goes nowhere else: no request leaves', () => {
	it.each<[string, object]>([
		['another host', { url: 'https://evil.com/' }],
		['another tenant', { url: 'https://other.webexcampaign.io/campaignapi' }],
		['another port', { url: 'https://acme.webexcampaign.io:8443/' }],
		['another scheme', { url: 'http://acme.webexcampaign.io/' }],
		['user info that looks like the host', { url: 'https://acme.webexcampaign.io@evil.com/' }],
		['a backslash before the at sign', { url: 'https://evil.com\\@acme.webexcampaign.io/' }],
		['a host that begins the same', { url: 'https://acme.webexcampaign.io.evil.com/' }],
		['protocol-relative', { url: '//evil.com/' }],
		['protocol-relative, own host', { url: '//acme.webexcampaign.io/' }],
		['mixed slashes', { url: '/x', baseURL: 'https:\\\\evil.com' }],
		['white space in front', { url: ' https://evil.com/', baseURL: '' }],
		['a base of another host', { url: '/x', baseURL: 'https://evil.com' }],
		['a base that swallows the path', { url: '/x', baseURL: 'https://evil.com#' }],
		['no address but a base of another host', { url: '', baseURL: 'https://evil.com' }],
		["the older format's uri", { uri: 'https://evil.com', url: API }],
		['an uri object', { uri: new URL('https://evil.com/') }],
		['a broken address', { url: 'https://' }],
	])('%s', async (_name, options) => {
		await expect(request(options)).rejects.toThrow(
			'This credential is only for its own Webex Campaign: the API key is not sent to another address',
		);
	});
});

/** Which of these are read depends on the request format. */
const bothFormats = (options: object): Array<[string, object]> => [
	['url', { url: '/x', ...options }],
	['uri', { uri: '/x', ...options }],
];

describe('the bearer goes to nobody whose certificate is not checked', () => {
	it.each<[string, object]>([
		['the newer format', { skipSslCertificateValidation: true }],
		['a text for true', { skipSslCertificateValidation: 'true' }],
		['the older format', { rejectUnauthorized: false }],
		['nothing for false', { rejectUnauthorized: null }],
		['an older name', { strictSSL: false }],
		['the options of the connection', { agentOptions: { rejectUnauthorized: false } }],
		['no check of the name', { agentOptions: { checkServerIdentity: () => undefined } }],
		["another server's name", { agentOptions: { servername: 'evil.com' } }],
		['certificates of somebody else', { agentOptions: { ca: 'PEM' } }],
		['weak ciphers', { agentOptions: { ciphers: 'ALL:@SECLEVEL=0' } }],
		['another host', { agentOptions: { host: 'evil.com' } }],
		['a socket', { agentOptions: { path: '/tmp/socket', key: 'PEM' } }],
		['all at once, and a proxy', { skipSslCertificateValidation: true, proxy: { host: 'evil.com', port: 1 } }],
	])('%s', async (_name, options) => {
		for (const [, both] of bothFormats(options)) {
			await expect(request(both)).rejects.toThrow(
				"The API key is not sent where the server's certificate is not checked as usual: switch off 'Ignore SSL Issues (Insecure)', and leave 'CA' blank in a chosen SSL certificate",
			);
		}
	});

	it.each<[string, object]>([
		['nothing is said', {}],
		['it is to be checked', { skipSslCertificateValidation: false, rejectUnauthorized: true, strictSSL: true }],
		['undefined', { skipSslCertificateValidation: undefined, rejectUnauthorized: undefined, agentOptions: undefined }],
		["the caller's own certificate", { agentOptions: { cert: 'PEM', key: 'PEM', passphrase: 'x', ca: undefined } }],
		['a proxy to an https:// address', { proxy: 'http://proxy.example:3128' }],
	])('and it goes where it is checked: %s', async (_name, options) => {
		for (const [, both] of bothFormats(options)) {
			expect(await request(both)).toMatchObject({ ...options, headers: { Authorization: 'Bearer secret' } });
		}
	});
});

describe('the bearer goes through no proxy in clear', () => {
	const custom = { region: 'custom', customEndpoint: 'http://127.0.0.1:8080', apiKey: 'secret' };

	it.each<[string, unknown]>([
		['an address', 'http://proxy.example:3128'],
		['an object', { host: 'proxy.example', port: 3128 }],
		['what is not understood', {}],
	])('%s', async (_name, proxy) => {
		for (const [, both] of bothFormats({ proxy })) {
			await expect(request(both, custom)).rejects.toThrow(
				"The API key is not sent through a proxy in clear: remove 'Proxy', or let 'API Endpoint' of the credential begin with https://",
			);
		}
	});

	it.each([undefined, null, '', false])('no proxy is none: %j', async (proxy) => {
		for (const [, both] of bothFormats({ proxy })) await expect(request(both, custom)).resolves.toBeDefined();
	});
});

it('n8n leaves the texts as they are', async () => {
	const node = { id: '1', name: 'HTTP Request', type: 'x', parameters: {} } as unknown as INode;
	const custom = { region: 'custom', customEndpoint: 'http://localhost', apiKey: 'secret' };
	for (const options of [{ url: 'https://evil.com' }, { rejectUnauthorized: false }, { proxy: 'http://proxy' }]) {
		const thrown = (await request(options, custom).catch((error: unknown) => error)) as Error;
		expect(new NodeApiError(node, thrown as unknown as JsonObject).message).toBe(thrown.message);
	}
});

describe('what the caller can not change', () => {
	it.each([['Authorization'], ['authorization'], ['AUTHORIZATION']])(
		'an %s header of the caller is replaced',
		async (name) => {
			const { headers } = await request({ url: '/x', headers: { [name]: 'Basic abc', Accept: '*/*' } });
			expect(headers).toEqual({ Authorization: 'Bearer secret', Accept: '*/*' });
		},
	);

	it('user info and other authentication, for which the HTTP client would drop the bearer, are left out', async () => {
		const auth = { username: 'user', password: 'word' };
		const { url, ...authenticated } = await request({ url: 'https://user:word@acme.webexcampaign.io/x', auth });
		expect(url).toBe('https://acme.webexcampaign.io/x');
		expect(authenticated).toMatchObject({ auth: undefined, headers: { Authorization: 'Bearer secret' } });
	});

	it('redirects, which would take the bearer along, are off in both request formats', async () => {
		const wanted = { disableFollowRedirect: false, followRedirect: true, followAllRedirects: true };
		expect(await request({ url: '/x', ...wanted })).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it('all other options stay, and the options handed in are not changed', async () => {
		const options = { url: '/x', method: 'POST', body: { key: '1' }, timeout: 5, headers: { a: 'b' } };
		const before = structuredClone(options);
		expect(await request(options)).toMatchObject({ method: 'POST', body: { key: '1' }, timeout: 5 });
		expect(options).toEqual(before);
	});
});

describe('an unusable credential is refused with its reason', () => {
	it.each<[string, ICredentialDataDecryptedObject, RegExp]>([
		['no tenant', { ...credential, tenant: '' }, /'Tenant' is empty/],
		['no key', { ...credential, apiKey: '' }, /'API Secret Key' is empty/],
	])('%s', async (_name, unusable, reason) => {
		await expect(request({ url: '/x' }, unusable)).rejects.toThrow(reason);
	});
});
