import { resolveEndpoint } from '../../../nodes/WebexCampaign/api/access';

const WEBEX = 'webexcampaign.io';
const IMI = 'imicampaign.io';
const ACME = 'https://acme.webexcampaign.io/campaignapi';

const urlOf = (credential: Record<string, unknown>) => {
	const endpoint = resolveEndpoint(credential);
	return endpoint.ok ? endpoint.value : `refused: ${endpoint.message}`;
};
const ofTenant = (tenant: unknown, region = WEBEX) => urlOf({ region, tenant });
const ofCustom = (customEndpoint: unknown) => urlOf({ region: 'custom', customEndpoint });

describe('a tenant leads to its own host in the chosen region', () => {
	it.each([
		['a name', 'acme', ACME],
		['capitals', 'ACME', ACME],
		['white space around', ' acme\n', ACME],
		['zero-width characters', '\uFEFFac\u200Bme', ACME],
		['one letter', 'a', 'https://a.webexcampaign.io/campaignapi'],
		['digits and hyphens', '4711-acme-eu', 'https://4711-acme-eu.webexcampaign.io/campaignapi'],
		['63 characters', 'a'.repeat(63), `https://${'a'.repeat(63)}.webexcampaign.io/campaignapi`],
		['a page of the product', 'https://acme.webexcampaign.io/nextgen/home', ACME],
		['query and fragment', 'https://acme.webexcampaign.io/?a=b@c#d', ACME],
		['the address without scheme', 'acme.webexcampaign.io', ACME],
		['one that holds another', 'acme.webexcampaign.io/login?to=https://x', ACME],
		['plain http becomes https', 'http://acme.webexcampaign.io/', ACME],
		['the default port', 'https://acme.webexcampaign.io:443/', ACME],
	])('%s', (_name, tenant, url) => {
		expect(ofTenant(tenant)).toBe(url);
	});

	it.each(['acme', 'https://acme.imicampaign.io/x'])(
		'the former product name has another context path: %s',
		(tenant) => {
			expect(ofTenant(tenant, IMI)).toBe('https://acme.imicampaign.io/imicampaignapi');
		},
	);
});

describe('a tenant that names no host of the region is refused with the reason', () => {
	it.each<[string, unknown, RegExp]>([
		['nothing', undefined, /'Tenant' is empty/],
		['blank', ' \u200B ', /'Tenant' is empty/],
		['no text', 4711, /'Tenant' is empty/],
		['another region', 'https://acme.imicampaign.io/nextgen', /outside the chosen 'Region' \(webexcampaign.io\)/],
		['the region as a suffix of another name', 'evilwebexcampaign.io', /outside the chosen 'Region'/],
		['the region in front of another domain', 'acme.webexcampaign.io.evil.com', /outside the chosen 'Region'/],
		['the domain alone', 'https://webexcampaign.io/', /lacks the first part .* acme\.webexcampaign\.io/],
		['two parts', 'a.b.webexcampaign.io', /choose 'Custom' as 'Region'/],
		['a port', 'https://acme.webexcampaign.io:8443', /choose 'Custom' as 'Region'/],
		['a user name', 'https://me@acme.webexcampaign.io', /must not hold a user name/],
		['a password', 'https://:pw@acme.webexcampaign.io', /must not hold a user name/],
		['64 characters', 'a'.repeat(64), /too long to be the first part/],
		['another scheme', 'ftp://acme.webexcampaign.io', /first part of your login address/],
	])('%s', (_name, tenant, reason) => {
		expect(ofTenant(tenant)).toMatch(/^refused: /);
		expect(ofTenant(tenant)).toMatch(reason);
	});
});

describe('a hostile tenant never leads to another host', () => {
	it.each([
		'evil.com/',
		'evil.com#',
		'x@evil.com#',
		'evil.com\\@acme',
		'\\\\evil.com',
		'//evil.com/.webexcampaign.io',
		'https://evil.com#.webexcampaign.io',
		'https://evil.com\\.webexcampaign.io',
		'https:evil.com',
		'https://acme.webexcampaign.io@evil.com',
		'https://acme.webexcampaign.io:pw@evil.com/',
		'https://acme.webexcampaign.io\\@evil.com',
		'https://evil.com\\@acme.webexcampaign.io',
		'https://evil.com%2f.webexcampaign.io',
		'acme:pw@evil.com',
		'evil.com:443/',
		'127.0.0.1',
		'localhost',
		'[::1]',
		'0x7f000001',
		'../evil.com',
		'acme.',
		'-acme',
		'acme-',
		'acme\nHost: evil.com',
		'acme%2eevil.com',
		'evil。com',
		'ｅｖｉｌ.com',
		'аcme',
		'acme.webexcampaign.io。evil.com',
		'javascript://acme.webexcampaign.io/%0aalert(1)',
		'data:text/html,acme.webexcampaign.io',
		'__proto__',
	])('%j', (tenant) => {
		for (const region of [WEBEX, IMI]) {
			const endpoint = resolveEndpoint({ region, tenant });
			if (!endpoint.ok) continue;
			const { hostname, port, protocol, username, password } = new URL(endpoint.value);
			expect(hostname).toMatch(new RegExp(`^[a-z0-9-]+\\.${region.replace('.', '\\.')}$`));
			expect([protocol, port, username, password]).toEqual(['https:', '', '', '']);
		}
	});

	it.each(['evil.com/', 'x@evil.com#', 'evil.com\\@acme', 'acme.webexcampaign.io.evil.com', '..', 'äcme'])(
		'%j is refused',
		(tenant) => {
			expect(ofTenant(tenant)).toMatch(/^refused: .*: 'Tenant' /);
		},
	);
});

describe("a region that is not one of the three is refused, and 'Tenant' does not matter", () => {
	it.each([undefined, null, '', 'example.com', 'constructor', 'Custom', { region: WEBEX }])('%j', (region) => {
		expect(urlOf({ region, tenant: 'acme' })).toBe(
			"refused: The credential can't be used: 'Region' is empty or unknown: choose one from its list",
		);
	});
});

describe('a custom endpoint is taken as entered, less what people paste along', () => {
	it.each([
		['https://host/context', 'https://host/context'],
		['https://host', 'https://host/campaignapi'],
		['https://host//', 'https://host/campaignapi'],
		['host', 'https://host/campaignapi'],
		['host:8443/context', 'https://host:8443/context'],
		['https://HOST:443/Context', 'https://host/Context'],
		['https://host/a/b///', 'https://host/a/b'],
		['https://host/context/resources', 'https://host/context'],
		['https://host/context/resources//', 'https://host/context'],
		['https://host/resources/v3/delete', 'https://host/campaignapi'],
		['https://host/context/metadata/v3/profile/', 'https://host/context'],
		['https://host/context/metadata', 'https://host/context'],
		['https://host/nextgen', 'https://host/campaignapi'],
		['https://host/nextgen-eu/home?x=1#y', 'https://host/campaignapi'],
		['https://host/context?x=1#x', 'https://host/context'],
		['https://host/resourcesful', 'https://host/resourcesful'],
		[' https://host/context\u200B ', 'https://host/context'],
		['http://localhost:8080', 'http://localhost:8080/campaignapi'],
		['http://127.255.1.9/x', 'http://127.255.1.9/x'],
		['http://[::1]:8080', 'http://[::1]:8080/campaignapi'],
	])('%s is %s', (customEndpoint, url) => {
		expect(ofCustom(customEndpoint)).toBe(url);
	});
});

describe('a custom endpoint that is not safe to use is refused with the reason', () => {
	it.each<[unknown, RegExp]>([
		[' ', /'API Endpoint' is empty/],
		[{ url: 'https://host' }, /'API Endpoint' is empty/],
		['https://', /not an address/],
		['https://a b', /not an address/],
		['ftp://host', /not an address/],
		['file:///etc/passwd', /not an address/],
		['https://me@host', /user name or password/],
		['https://:pw@host', /user name or password/],
		['http://host', /must begin with https/],
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
