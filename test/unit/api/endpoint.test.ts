import { resolveEndpoint, type CredentialFields } from '../../../nodes/WebexCampaign/api/endpoint';

const WEBEX = 'webexcampaign.io';
const IMI = 'imicampaign.io';

const urlOf = (credential: CredentialFields) => {
	const endpoint = resolveEndpoint(credential);
	return endpoint.ok ? endpoint.url : `refused: ${endpoint.reason}`;
};
const ofTenant = (tenant: unknown, region: string = WEBEX) => urlOf({ region, tenant });
const ofCustom = (customEndpoint: unknown) => urlOf({ region: 'custom', customEndpoint });

const ACME = 'https://acme.webexcampaign.io/campaignapi';

describe('a tenant leads to its own host in the chosen region', () => {
	it.each<[string, string, string, string]>([
		['a name', 'acme', WEBEX, ACME],
		[
			'the former product name has another context path',
			'acme',
			IMI,
			'https://acme.imicampaign.io/imicampaignapi',
		],
		['capitals', 'ACME', WEBEX, ACME],
		['white space around', ' acme\n', WEBEX, ACME],
		['zero-width characters', '\uFEFFac\u200Bme', WEBEX, ACME],
		['one letter', 'a', WEBEX, 'https://a.webexcampaign.io/campaignapi'],
		['digits and hyphens', '4711-acme-eu', WEBEX, 'https://4711-acme-eu.webexcampaign.io/campaignapi'],
		['63 characters', 'a'.repeat(63), WEBEX, `https://${'a'.repeat(63)}.webexcampaign.io/campaignapi`],
		['the login address', 'https://acme.webexcampaign.io', WEBEX, ACME],
		['a page of the product', 'https://acme.webexcampaign.io/nextgen/home', WEBEX, ACME],
		['query and fragment', 'https://acme.webexcampaign.io/?a=b@c#d', WEBEX, ACME],
		['the address without scheme', 'acme.webexcampaign.io', WEBEX, ACME],
		['the address without scheme, with a path', 'acme.webexcampaign.io/nextgen/', WEBEX, ACME],
		['the address of the API', `${ACME}/resources/v3/delete`, WEBEX, ACME],
		['plain http becomes https', 'http://acme.webexcampaign.io/', WEBEX, ACME],
		['the default port', 'https://acme.webexcampaign.io:443/', WEBEX, ACME],
		[
			'an address of the other region',
			'https://acme.imicampaign.io/x',
			IMI,
			'https://acme.imicampaign.io/imicampaignapi',
		],
	])('%s', (_name, tenant, region, url) => {
		expect(ofTenant(tenant, region)).toBe(url);
	});
});

describe('a tenant that names no host of the region is refused with the reason', () => {
	it.each<[string, unknown, RegExp]>([
		['nothing', undefined, /'Tenant' is empty/],
		['empty', '', /'Tenant' is empty/],
		['blank', ' \u200B ', /'Tenant' is empty/],
		['no text', 4711, /'Tenant' is empty/],
		[
			'another region',
			'https://acme.imicampaign.io/nextgen',
			/outside the chosen 'Region' \(webexcampaign.io\)/,
		],
		['another domain', 'acme.example.com', /outside the chosen 'Region'/],
		['the region as a suffix of another name', 'evilwebexcampaign.io', /outside the chosen 'Region'/],
		[
			'the region in front of another domain',
			'acme.webexcampaign.io.evil.com',
			/outside the chosen 'Region'/,
		],
		['the domain alone', 'webexcampaign.io', /outside the chosen 'Region'/],
		['two parts', 'a.b.webexcampaign.io', /choose the region 'Custom'/],
		['a port', 'https://acme.webexcampaign.io:8443', /choose the region 'Custom'/],
		['a user name', 'https://me@acme.webexcampaign.io', /must not hold a user name/],
		['a password', 'https://me:pw@acme.webexcampaign.io', /must not hold a user name/],
		['64 characters', 'a'.repeat(64), /longer than a part of an address can be/],
		['another scheme', 'ftp://acme.webexcampaign.io', /first part of your login address/],
	])('%s', (_name, tenant, reason) => {
		expect(ofTenant(tenant)).toMatch(/^refused: /);
		expect(ofTenant(tenant)).toMatch(reason);
	});
});

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
			const { hostname, port, protocol, username, password } = new URL(endpoint.url);
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
			expect(ofTenant(tenant)).toMatch(/^refused: 'Tenant' /);
		},
	);
});

describe("a region that is not one of the three is refused, and 'Tenant' does not matter", () => {
	it.each([undefined, null, '', 'example.com', 'constructor', '__proto__', 'Custom', 7, { region: WEBEX }])(
		'%j',
		(region) => {
			expect(urlOf({ region, tenant: 'acme' })).toBe("refused: Choose a 'Region' in the credential");
		},
	);
});

describe('a custom endpoint is taken as entered, less what people paste along', () => {
	it.each([
		['https://host/context', 'https://host/context'],
		['https://host', 'https://host/campaignapi'],
		['https://host/', 'https://host/campaignapi'],
		['https://host//', 'https://host/campaignapi'],
		['host', 'https://host/campaignapi'],
		['host:8443/context', 'https://host:8443/context'],
		['https://HOST/Context', 'https://host/Context'],
		['https://host:443/context', 'https://host/context'],
		['https://host:8443', 'https://host:8443/campaignapi'],
		['https://host/context///', 'https://host/context'],
		['https://host/a/b', 'https://host/a/b'],
		['https://host/context/resources', 'https://host/context'],
		['https://host/context/resources/v3/delete', 'https://host/context'],
		['https://host/resources/v3/delete', 'https://host/campaignapi'],
		['https://host/context/metadata/v3/profile/', 'https://host/context'],
		['https://host/nextgen', 'https://host/campaignapi'],
		['https://host/nextgen/home?x=1#y', 'https://host/campaignapi'],
		['https://host/nextgen-eu/home', 'https://host/campaignapi'],
		['https://host/context?x=1', 'https://host/context'],
		['https://host/context#x', 'https://host/context'],
		['https://host/resourcesful', 'https://host/resourcesful'],
		[' https://host/context\u200B ', 'https://host/context'],
		['https://org.wxcc.webexcampaign.us', 'https://org.wxcc.webexcampaign.us/campaignapi'],
		['http://localhost:8080', 'http://localhost:8080/campaignapi'],
		['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
		['http://127.255.1.9', 'http://127.255.1.9/campaignapi'],
		['http://[::1]:8080', 'http://[::1]:8080/campaignapi'],
	])('%s is %s', (customEndpoint, url) => {
		expect(ofCustom(customEndpoint)).toBe(url);
	});

	it('never ends with a slash, so that a path can be appended', () => {
		expect(ofCustom('https://host/context/resources//')).toBe('https://host/context');
	});
});

describe('a custom endpoint that is not safe to use is refused with the reason', () => {
	it.each<[unknown, RegExp]>([
		[undefined, /'API Endpoint' is empty/],
		[' ', /'API Endpoint' is empty/],
		[{ url: 'https://host' }, /'API Endpoint' is empty/],
		['https://', /not an address/],
		['https://a b', /not an address/],
		['ftp://host', /not an address/],
		['file:///etc/passwd', /not an address/],
		['https://me@host', /user name or password/],
		['https://me:pw@host', /user name or password/],
		['https://:pw@host', /user name or password/],
		['http://host', /must begin with https/],
		['http://10.0.0.1', /must begin with https/],
		['http://128.0.0.1', /must begin with https/],
		['http://localhost.evil.com', /must begin with https/],
		['http://127.0.0.1.evil.com', /must begin with https/],
		['http://[::2]', /must begin with https/],
		['http://evil.com#localhost', /must begin with https/],
		['http://evil.com\\@localhost', /must begin with https/],
	])('%s', (customEndpoint, reason) => {
		expect(ofCustom(customEndpoint)).toMatch(/^refused: /);
		expect(ofCustom(customEndpoint)).toMatch(reason);
	});
});
