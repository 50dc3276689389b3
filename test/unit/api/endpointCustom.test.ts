import { resolveEndpoint } from '../../../nodes/WebexCampaign/api/access';

function ofCustom(customEndpoint: unknown): string {
	const endpoint = resolveEndpoint({ region: 'custom', customEndpoint });
	return endpoint.ok ? endpoint.value : `refused: ${endpoint.message}`;
}

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
