import type { IExecuteFunctions } from 'n8n-workflow';

import { getProfiles } from '../../../nodes/WebexCampaign/api/getProfiles';

const access = { endpoint: 'https://acme.webexcampaign.io/campaignapi', apiKey: 's3cret', credential: {} };

/** Reads the list of profiles where the API replies this. */
async function read(reply: () => unknown) {
	const httpRequestWithAuthentication = jest.fn(async () => reply());
	const context = { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
	return { got: await getProfiles(context, access), requests: httpRequestWithAuthentication.mock.calls };
}

const replies = (statusCode: number, body: unknown) => (): object => ({
	statusCode,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	headers: {},
});
const throws = (message: string, code?: string) => () => {
	throw Object.assign(new Error(message), { code });
};
const namesIn = async (body: unknown) => (await read(replies(200, body))).got;

const one = { 'profile-id': '1001', 'profile-name': 'sampleprofile', attributes: [{ id: '1', name: 'key' }] };
const two = { 'profile-id': '1002', 'profile-name': 'newsletter', attributes: [] };

describe('the list is read with one request', () => {
	it('below the endpoint, as a GET, and not below /resources/', async () => {
		const { requests } = await read(replies(200, [one]));
		const [[type, { url, ...options }]] = requests as unknown as [[string, { url: string }]];
		expect([type, url]).toEqual(['webexCampaignApi', `${access.endpoint}/metadata/v3/profile/`]);
		expect(requests).toHaveLength(1);
		expect(options).not.toHaveProperty('method');
		expect(options).toMatchObject({ disableFollowRedirect: true });
	});

	it('a name that holds the key is left out', async () => {
		const body = '[{"profile-name":"Bearer s3\\u0063ret"},{"profile-name":"Kunden "},{"x":"s3cret"}]';
		expect(await namesIn(body)).toEqual({ ok: true, names: ['Kunden '] });
	});

	it.each<[string, unknown, string[]]>([
		['bare', [one, two], ['sampleprofile', 'newsletter']],
		['wrapped', { profiles: [one, two] }, ['sampleprofile', 'newsletter']],
		['wrapped, after other fields', { count: 2, next: null, data: [one, two] }, ['sampleprofile', 'newsletter']],
		['beside another list', { errors: [], profiles: [one] }, ['sampleprofile']],
		['beside a list of something else', { tags: ['a'], profiles: [one] }, ['sampleprofile']],
		['a single definition', one, ['sampleprofile']],
		['none, bare', [], []],
		['none, wrapped', { profiles: [] }, []],
		['without a usable name', [one, {}, null, 7, { 'profile-name': ' ' }, { 'profile-name': 7 }], ['sampleprofile']],
	])('%s', async (_name, body, names) => {
		expect(await namesIn(body)).toEqual({ ok: true, names });
	});
});

describe('what keeps it away is told by its code, and whether anything was sent', () => {
	it.each<[string, () => unknown, string, number | null]>([
		['a wrong key', replies(401, { code: 498 }), '498', 401],
		['no grant', replies(401, { code: '430' }), '430', 401],
		['another address', replies(405, { code: 405 }), '405', 405],
		['a failure with a list', replies(200, { code: 499, errors: [] }), '499', 200],
		['a list under a failed status', replies(500, [one]), 'UNEXPECTED_REPLY', 500],
		['something else', replies(200, '<p>Hello</p>'), 'UNEXPECTED_REPLY', 200],
		['an object without a list', replies(200, {}), 'UNEXPECTED_REPLY', 200],
		['a list of errors', replies(200, { success: false, errors: [{ message: 'No' }] }), 'UNEXPECTED_REPLY', 200],
		['no success', replies(200, { success: false, errors: [] }), 'UNEXPECTED_REPLY', 200],
		['null', replies(200, 'null'), 'UNEXPECTED_REPLY', 200],
	])('%s', async (_name, reply, code, httpStatus) => {
		const { got, requests } = await read(reply);
		expect(got).toMatchObject({ ok: false, wasSent: true, failure: { code, httpStatus } });
		expect(requests).toHaveLength(1);
	});

	it.each([
		['connect ECONNREFUSED 192.0.2.1:443', 'ECONNREFUSED', 'CONNECTION_FAILED', false],
		['certificate has expired', 'CERT_HAS_EXPIRED', 'CONNECTION_FAILED', false],
		['socket hang up', 'ECONNRESET', 'CONNECTION_FAILED', true],
		['read ETIMEDOUT', 'ETIMEDOUT', 'TIMED_OUT', true],
	])('"%s": never with the key', async (words, thrown, code, wasSent) => {
		const { got } = await read(throws(`${words}: Bearer s3cret`, thrown));
		expect(got).toMatchObject({ ok: false, wasSent, failure: { code, httpStatus: null } });
		expect(JSON.stringify(got)).toContain('***');
		expect(JSON.stringify(got)).not.toContain('s3cret');
	});
});
