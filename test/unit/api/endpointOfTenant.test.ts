import { resolveEndpoint } from '../../../nodes/WebexCampaign/api/access';

const WEBEX = 'webexcampaign.io';
const IMI = 'imicampaign.io';
const ACME = 'https://acme.webexcampaign.io/campaignapi';

const urlOf = (credential: Record<string, unknown>) => {
	const endpoint = resolveEndpoint(credential);
	return endpoint.ok ? endpoint.value : `refused: ${endpoint.message}`;
};
const ofTenant = (tenant: unknown, region: string = WEBEX) => urlOf({ region, tenant });

describe('a tenant leads to its own host in the chosen region', () => {
	it.each<[string, string, string, string]>([
		['a name', 'acme', WEBEX, ACME],
		['the former product name has another context path', 'acme', IMI, 'https://acme.imicampaign.io/imicampaignapi'],
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
		['another region', 'https://acme.imicampaign.io/nextgen', /outside the chosen 'Region' \(webexcampaign.io\)/],
		['another domain', 'acme.example.com', /outside the chosen 'Region'/],
		['the region as a suffix of another name', 'evilwebexcampaign.io', /outside the chosen 'Region'/],
		['the region in front of another domain', 'acme.webexcampaign.io.evil.com', /outside the chosen 'Region'/],
		['the domain alone', 'https://webexcampaign.io/', /lacks the first part .* acme\.webexcampaign\.io/],
		['two parts', 'a.b.webexcampaign.io', /choose 'Custom' as 'Region'/],
		['a port', 'https://acme.webexcampaign.io:8443', /choose 'Custom' as 'Region'/],
		['a user name', 'https://me@acme.webexcampaign.io', /must not hold a user name/],
		['a password', 'https://me:pw@acme.webexcampaign.io', /must not hold a user name/],
		['64 characters', 'a'.repeat(64), /too long to be the first part/],
		['another scheme', 'ftp://acme.webexcampaign.io', /first part of your login address/],
	])('%s', (_name, tenant, reason) => {
		expect(ofTenant(tenant)).toMatch(/^refused: /);
		expect(ofTenant(tenant)).toMatch(reason);
	});
});

describe("a region that is not one of the three is refused, and 'Tenant' does not matter", () => {
	it.each([undefined, null, '', 'example.com', 'constructor', '__proto__', 'Custom', 7, { region: WEBEX }])(
		'%j',
		(region) => {
			expect(urlOf({ region, tenant: 'acme' })).toBe(
				"refused: The credential can't be used: 'Region' is empty or unknown: choose one from its list",
			);
		},
	);
});
