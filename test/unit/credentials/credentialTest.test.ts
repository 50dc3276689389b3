import { credentialTest } from '../../../credentials/credentialTest';

const { ignoreHttpStatusErrors } = credentialTest.request as { ignoreHttpStatusErrors: { except: number[] } };
const rules = credentialTest.rules ?? [];

/** What n8n shows for a status: an ignored one is judged by the body, any other by its rule. */
const shownFor = (status: number): string | undefined =>
	ignoreHttpStatusErrors.except.includes(status)
		? rules.find(({ type, properties }) => type === 'responseCode' && properties.value === status)?.properties.message
		: 'judged by its body';

describe('the credential test is red, with the status and what to check', () => {
	it.each([
		[400, /HTTP 400\. Check 'Region' and 'Tenant', or 'API Endpoint'/],
		[402, /HTTP 402\. Check 'Region'/],
		[404, /HTTP 404\. Check 'Region'/],
		[407, /HTTP 407\. .*proxy settings/],
		[429, /HTTP 429\. .*try again later/],
		[500, /HTTP 500\. Check 'Region'/],
		[599, /HTTP 599\. Check 'Region'/],
	])('HTTP %d', (status, message) => {
		expect(shownFor(status)).toMatch(message);
	});

	it.each([200, 401])('HTTP %d tells nothing: its body does', (status) => {
		expect(shownFor(status)).toBe('judged by its body');
	});
});
