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
		expect(requests).toEqual([
			[
				'webexCampaignApi',
				expect.objectContaining({
					url: 'https://acme.webexcampaign.io/campaignapi/metadata/v3/profile/',
				}),
				expect.anything(),
			],
		]);
		expect((requests as unknown as object[][])[0]![1]).not.toHaveProperty('method');
	});

	it('with the key masked', async () => {
		expect(await namesIn([{ 'profile-name': 'Bearer s3cret' }])).toEqual({ ok: true, value: ['Bearer ***'] });
	});

	it.each<[string, unknown, string[]]>([
		['bare', [one, two], ['sampleprofile', 'newsletter']],
		['wrapped', { profiles: [one, two] }, ['sampleprofile', 'newsletter']],
		['wrapped, after other fields', { count: 2, next: null, data: [one, two] }, ['sampleprofile', 'newsletter']],
		['a single definition', one, ['sampleprofile']],
		['none, bare', [], []],
		['none, wrapped', { profiles: [] }, []],
		['without a usable name', [one, {}, null, 7, { 'profile-name': ' ' }, { 'profile-name': 7 }], ['sampleprofile']],
	])('%s', async (_name, body, value) => {
		expect(await namesIn(body)).toEqual({ ok: true, value });
	});
});

const NOT_RETURNED = 'Webex Campaign did not return the list of profiles';
const typeIt = (detail: string) => `Choose 'By Name' and type the profile name instead. Technical detail: ${detail}.`;

describe('what keeps it away is told apart, in words that fit a reading', () => {
	it.each<[string, () => unknown, string, number | null, string, string]>([
		[
			'a wrong key',
			replies(401, { code: 498 }),
			'498',
			401,
			'Webex Campaign does not accept this API key',
			"Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.",
		],
		[
			'the same as text',
			replies(401, { code: '498' }),
			'498',
			401,
			'Webex Campaign does not accept this API key',
			"Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.",
		],
		[
			'no grant',
			replies(401, { code: 430 }),
			'430',
			401,
			'This API key is not allowed to read the list of profiles',
			"Choose 'By Name' and type the profile name instead. To see the list, grant the API user the profile metadata API.",
		],
		[
			'another address',
			replies(405, { code: 405 }),
			'405',
			405,
			'The address in the credential does not accept this request',
			typeIt('HTTP 405'),
		],
		['a throttle', replies(429, 'Slow down'), '429', 429, NOT_RETURNED, typeIt('HTTP 429')],
		[
			'a failure with a list in it',
			replies(499, { code: 499, errors: [] }),
			'499',
			499,
			NOT_RETURNED,
			typeIt('HTTP 499'),
		],
		['a list under a failed status', replies(500, [one]), 'UNEXPECTED_REPLY', 500, NOT_RETURNED, typeIt('HTTP 500')],
		['something else', replies(200, '<p>Hello</p>'), 'UNEXPECTED_REPLY', 200, NOT_RETURNED, typeIt('HTTP 200')],
		['an object without a list', replies(200, {}), 'UNEXPECTED_REPLY', 200, NOT_RETURNED, typeIt('HTTP 200')],
		['null', replies(200, 'null'), 'UNEXPECTED_REPLY', 200, NOT_RETURNED, typeIt('HTTP 200')],
		['nothing', replies(204, ''), 'UNEXPECTED_REPLY', 204, NOT_RETURNED, typeIt('HTTP 204')],
		[
			'no connection',
			throws('connect ECONNREFUSED 192.0.2.1:443', 'ECONNREFUSED'),
			'CONNECTION_FAILED',
			null,
			'No connection to Webex Campaign could be made',
			typeIt('connect ECONNREFUSED 192.0.2.1:443'),
		],
		[
			'an unknown host',
			throws('getaddrinfo ENOTFOUND acme', 'ENOTFOUND'),
			'CONNECTION_FAILED',
			null,
			'No connection to Webex Campaign could be made',
			typeIt('getaddrinfo ENOTFOUND acme'),
		],
		[
			'a lost connection',
			throws('socket hang up', 'ECONNRESET'),
			'CONNECTION_FAILED',
			null,
			NOT_RETURNED,
			typeIt('socket hang up'),
		],
		['an exception without words', throws(''), 'CONNECTION_FAILED', null, NOT_RETURNED, typeIt('CONNECTION_FAILED')],
		[
			'silence',
			throws('timeout of 15000ms exceeded', 'ECONNABORTED'),
			'TIMED_OUT',
			null,
			NOT_RETURNED,
			typeIt('timeout of 15000ms exceeded'),
		],
	])('%s', async (_name, reply, code, httpStatus, message, description) => {
		const { got, requests } = await read(reply);
		expect(got).toEqual({ ok: false, code, httpStatus, message, description });
		expect(requests).toHaveLength(1);
	});

	it('never with the key', async () => {
		const { got } = await read(throws('socket hang up after Bearer s3cret'));
		expect(got).toMatchObject({ description: typeIt('socket hang up after Bearer ***') });
	});
});
