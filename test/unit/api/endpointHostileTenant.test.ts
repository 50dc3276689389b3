import { resolveEndpoint } from '../../../nodes/WebexCampaign/api/access';

const WEBEX = 'webexcampaign.io';
const IMI = 'imicampaign.io';

describe('a hostile tenant never leads to another host', () => {
	const hostile = [
		'evil.com/',
		'evil.com#',
		'evil.com?',
		'evil.com/acme',
		'x@evil.com#',
		'x@evil.com/',
		'evil.com\\@acme',
		'evil.com\\',
		'\\\\evil.com',
		'//evil.com',
		'//evil.com/.webexcampaign.io',
		'https://evil.com/.webexcampaign.io',
		'https://evil.com#.webexcampaign.io',
		'https://evil.com?.webexcampaign.io',
		'https://evil.com\\.webexcampaign.io',
		'https:evil.com',
		'https:/evil.com',
		'https:\\\\evil.com',
		'https://acme.webexcampaign.io@evil.com',
		'https://acme.webexcampaign.io:pw@evil.com/',
		'https://acme.webexcampaign.io\\@evil.com',
		'https://evil.com\\@acme.webexcampaign.io',
		'https://evil.com%2f.webexcampaign.io',
		'acme.webexcampaign.io.evil.com',
		'acme.webexcampaign.io:pw@evil.com',
		'acme:8443',
		'acme:pw@evil.com',
		'evil.com:443/',
		'127.0.0.1',
		'localhost',
		'[::1]',
		'0x7f000001',
		'..',
		'../evil.com',
		'a..b',
		'.evil.com',
		'acme.',
		'-acme',
		'acme-',
		'acme_eu',
		'ac me',
		'acme\nHost: evil.com',
		'acme\tevil',
		'acme%00',
		'acme%2eevil.com',
		'evil。com',
		'ｅｖｉｌ.com',
		'äcme',
		'xn--',
		'аcme',
		'acme.webexcampaign.io。evil.com',
		'javascript://acme.webexcampaign.io/%0aalert(1)',
		'file:///etc/passwd',
		'data:text/html,acme.webexcampaign.io',
		'__proto__',
		'constructor',
		'{{ $json.tenant }}',
		'=acme',
		'[object Object]',
	];
	it.each(hostile)('%j', (tenant) => {
		for (const region of [WEBEX, IMI]) {
			const endpoint = resolveEndpoint({ region, tenant });
			if (!endpoint.ok) continue;
			const { hostname, port, protocol, username, password } = new URL(endpoint.value);
			expect(hostname).toMatch(new RegExp(`^[a-z0-9-]+\\.${region.replace('.', '\\.')}$`));
			expect({ port, protocol, username, password }).toEqual({
				port: '',
				protocol: 'https:',
				username: '',
				password: '',
			});
		}
	});

	it.each(['evil.com/', 'x@evil.com#', 'evil.com\\@acme', 'acme.webexcampaign.io.evil.com', '..', 'äcme'])(
		'%j is refused',
		(tenant) => {
			const endpoint = resolveEndpoint({ region: WEBEX, tenant });
			expect(endpoint).toMatchObject({ ok: false, message: expect.stringMatching(/: 'Tenant' /) });
		},
	);
});
