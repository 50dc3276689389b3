import type { IExecuteFunctions } from 'n8n-workflow';

import { get, type Readable } from '../../../nodes/WebexCampaign/api/get';

const access = { endpoint: 'https://acme.webexcampaign.io/campaignapi', apiKey: 's3cret', credential: {} };
const colours: Readable<string[]> = {
	path: '/colours/',
	name: 'the colours',
	grant: 'the colour API',
	read: (content) => (Array.isArray(content) ? (content as string[]) : undefined),
};

/** Reads the colours where the API replies this. */
async function read(reply: () => unknown) {
	const httpRequestWithAuthentication = jest.fn(async () => reply());
	const context = { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
	return { got: await get(context, access, colours), requests: httpRequestWithAuthentication.mock.calls };
}

const replies = (statusCode: number, body: unknown) => (): object => ({
	statusCode,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	headers: {},
});
const throws = (message: string, code?: string) => () => {
	throw Object.assign(new Error(message), { code });
};

describe('what the API gives is read with one request', () => {
	it('below the endpoint, as a GET', async () => {
		const { got, requests } = await read(replies(200, ['red']));
		expect(got).toEqual({ ok: true, value: ['red'] });
		expect(requests).toEqual([
			[
				'webexCampaignApi',
				expect.objectContaining({ url: 'https://acme.webexcampaign.io/campaignapi/colours/' }),
				expect.anything(),
			],
		]);
		expect((requests as unknown as object[][])[0]![1]).not.toHaveProperty('method');
	});

	it('with the key masked', async () => {
		expect((await read(replies(200, ['Bearer s3cret']))).got).toEqual({ ok: true, value: ['Bearer ***'] });
	});
});

const NOT_RETURNED = 'Webex Campaign did not return the colours';

describe('what keeps it away is told apart, in words that fit a reading', () => {
	it.each<[string, () => unknown, string, number | null, string, RegExp]>([
		[
			'a wrong key',
			replies(401, { code: 498 }),
			'498',
			401,
			'Webex Campaign does not accept this API key',
			/'API Secret Key'/,
		],
		[
			'the same as text',
			replies(401, { code: '498' }),
			'498',
			401,
			'Webex Campaign does not accept this API key',
			/'API Secret Key'/,
		],
		[
			'no grant',
			replies(401, { code: 430 }),
			'430',
			401,
			'This API key is not allowed to read the colours',
			/grant it the colour API\./,
		],
		[
			'another address',
			replies(405, { code: 405 }),
			'405',
			405,
			'The address in the credential does not accept this request',
			/'Tenant'/,
		],
		['a throttle', replies(429, 'Slow down'), '429', 429, NOT_RETURNED, /^Try again later\. .*Slow down/],
		[
			'a failure',
			replies(200, { code: 1010, description: 'Busy' }),
			'1010',
			200,
			NOT_RETURNED,
			/"Busy" \(code 1010, HTTP 200\)\.$/,
		],
		[
			'a failure with a list in it',
			replies(499, { code: 499, errors: [] }),
			'499',
			499,
			NOT_RETURNED,
			/^Try again later\./,
		],
		[
			'a list under a failed status',
			replies(500, ['red']),
			'UNEXPECTED_REPLY',
			500,
			NOT_RETURNED,
			/^Check 'Region'/,
		],
		['something else', replies(200, '<p>Hello</p>'), 'UNEXPECTED_REPLY', 200, NOT_RETURNED, /Hello"\.$/],
		['nothing', replies(204, ''), 'UNEXPECTED_REPLY', 204, NOT_RETURNED, /an empty body"\.$/],
		[
			'no connection',
			throws('connect ECONNREFUSED 192.0.2.1:443', 'ECONNREFUSED'),
			'CONNECTION_FAILED',
			null,
			'No connection to Webex Campaign could be made',
			/^Nothing was sent\./,
		],
		[
			'an unknown host',
			throws('getaddrinfo ENOTFOUND acme', 'ENOTFOUND'),
			'CONNECTION_FAILED',
			null,
			'No connection to Webex Campaign could be made',
			/^Nothing was sent\./,
		],
		[
			'a lost connection',
			throws('socket hang up', 'ECONNRESET'),
			'CONNECTION_FAILED',
			null,
			NOT_RETURNED,
			/^Try again later\. .*socket hang up\.$/,
		],
		[
			'silence',
			throws('timeout of 15000ms exceeded', 'ECONNABORTED'),
			'TIMED_OUT',
			null,
			NOT_RETURNED,
			/^Try again later\./,
		],
	])('%s', async (_name, reply, code, httpStatus, message, description) => {
		const { got, requests } = await read(reply);
		expect(got).toEqual({
			ok: false,
			code,
			httpStatus,
			message,
			description: expect.stringMatching(description),
		});
		expect(JSON.stringify(got)).not.toMatch(/this delete|delete profiles|not deleted|Profile Not Found/i);
		expect(requests).toHaveLength(1);
	});

	it('never with the key', async () => {
		const { got } = await read(replies(500, { code: 1, description: 'Bearer s3cret' }));
		expect(JSON.stringify(got)).not.toContain('s3cret');
	});
});
