import type { IExecuteFunctions } from 'n8n-workflow';

import { textIfNotDeleted } from '../../../nodes/WebexCampaign/api/failureTable';
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

	it('a name that holds the key is masked, the others stay', async () => {
		const body = '[{"profile-name":"Bearer s3\\u0063ret"},{"profile-name":"Kunden "},{"x":"s3cret"}]';
		expect(await namesIn(body)).toEqual({ ok: true, value: ['***', 'Kunden '] });
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
const NO_CONNECTION = textIfNotDeleted('CONNECTION_FAILED').message;
const NOT_ALLOWED = 'This API key is not allowed to read the list of profiles';
const TYPE_IT = "Choose 'By Name' and type the profile name instead.";
const said = (detail: string) => `${TYPE_IT} Technical detail: ${detail}.`;
const copyKey =
	"Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.";
const grant = `${TYPE_IT} To see the list, grant the API user the profile metadata API.`;
const unexpected = 'UNEXPECTED_REPLY';
const unconnected = 'CONNECTION_FAILED';

describe('what keeps it away is told apart, in words that fit a reading', () => {
	it.each<[string, () => unknown, string, number | null, string, string]>([
		['a wrong key', replies(401, { code: 498 }), '498', 401, textIfNotDeleted('498').message, copyKey],
		['no grant', replies(401, { code: '430' }), '430', 401, NOT_ALLOWED, grant],
		['another address', replies(405, { code: 405 }), '405', 405, textIfNotDeleted('405').message, said('HTTP 405')],
		['a throttle', replies(429, 'Slow down'), '429', 429, NOT_RETURNED, said('HTTP 429')],
		['a failure with a list', replies(200, { code: 499, errors: [] }), '499', 200, NOT_RETURNED, said('HTTP 200')],
		['a list under a failed status', replies(500, [one]), unexpected, 500, NOT_RETURNED, said('HTTP 500')],
		['something else', replies(200, '<p>Hello</p>'), unexpected, 200, NOT_RETURNED, said('HTTP 200')],
		['an object without a list', replies(200, {}), unexpected, 200, NOT_RETURNED, said('HTTP 200')],
		['null', replies(200, 'null'), unexpected, 200, NOT_RETURNED, said('HTTP 200')],
	])('%s', async (_name, reply, code, httpStatus, message, description) => {
		const { got, requests } = await read(reply);
		expect(got).toEqual({ ok: false, code, httpStatus, message, description });
		expect(requests).toHaveLength(1);
	});

	it.each([
		['connect ECONNREFUSED 192.0.2.1:443', 'ECONNREFUSED', unconnected, NO_CONNECTION],
		['certificate has expired', 'CERT_HAS_EXPIRED', unconnected, NO_CONNECTION],
		['socket hang up', 'ECONNRESET', unconnected, NOT_RETURNED],
		['read ETIMEDOUT', 'ETIMEDOUT', 'TIMED_OUT', NOT_RETURNED],
		['', undefined, unconnected, NOT_RETURNED],
	])('"%s": never with the key', async (words, thrown, code, message) => {
		const { got } = await read(throws(words && `${words}: Bearer s3cret`, thrown));
		const description = said(words ? '***' : code);
		expect(got).toEqual({ ok: false, code, httpStatus: null, message, description });
	});
});
