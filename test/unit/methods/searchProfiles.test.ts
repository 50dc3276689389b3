import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { searchProfiles } from '../../../nodes/WebexCampaign/methods/searchProfiles';

const acme = { region: 'webexcampaign.io', tenant: 'acme', apiKey: 's3cret' };
const definitions = (...names: string[]) =>
	names.map((name, i) => ({ 'profile-id': `${i}`, 'profile-name': name }));

interface Reply {
	statusCode: number;
	headers?: Record<string, string>;
	body: unknown;
}

/** The editor's list of profiles, with this reply of the API. */
function search(reply: () => Reply, filter?: string, credential: ICredentialDataDecryptedObject = acme) {
	const request = jest.fn(async (_type: string, _options: IHttpRequestOptions) => reply());
	const context = {
		getCredentials: async () => credential,
		getNode: () => ({ name: 'Webex Campaign', type: 'webexCampaign', parameters: {} }),
		helpers: { httpRequestWithAuthentication: request },
	} as unknown as ILoadOptionsFunctions;
	return { request, found: searchProfiles.call(context, filter) };
}

const names = async ({ found }: ReturnType<typeof search>) => (await found).results.map(({ name }) => name);

describe("the list of 'Profile Name'", () => {
	const reply = () => ({ statusCode: 200, body: definitions('newsletter', 'Loyalty', 'sampleprofile') });

	it('is in alphabetical order, each name its own value', async () => {
		expect((await search(reply).found).results).toEqual([
			{ name: 'Loyalty', value: 'Loyalty' },
			{ name: 'newsletter', value: 'newsletter' },
			{ name: 'sampleprofile', value: 'sampleprofile' },
		]);
	});

	it.each([
		['LOY', ['Loyalty']],
		[' l ', ['Loyalty', 'newsletter', 'sampleprofile']],
		['x', []],
		['', ['Loyalty', 'newsletter', 'sampleprofile']],
	])('filtered by %j', async (filter, found) => {
		expect(await names(search(reply, filter))).toEqual(found);
	});

	it('comes bare or wrapped', async () => {
		expect(await names(search(() => ({ statusCode: 200, body: { profiles: definitions('a') } })))).toEqual([
			'a',
		]);
	});

	it('comes with one read-only request that follows no redirect', async () => {
		const { request, found } = search(reply);
		await found;
		expect(request.mock.calls).toEqual([
			[
				'webexCampaignApi',
				expect.objectContaining({
					url: 'https://acme.webexcampaign.io/campaignapi/metadata/v3/profile/',
					disableFollowRedirect: true,
				}),
				expect.anything(),
			],
		]);
		expect(request.mock.calls[0]?.[1].method ?? 'GET').toBe('GET');
	});
});

describe('what keeps the list from loading is said, and how to go on without it', () => {
	const typeIt = /Choose 'By Name' and type the profile name instead\./;
	const noList = 'Webex Campaign did not return the list of profiles';

	it.each<[string, () => Reply, string, RegExp]>([
		[
			'no grant',
			() => ({ statusCode: 401, body: { code: 430 } }),
			'This API key is not allowed to read the list of profiles',
			typeIt,
		],
		[
			'no grant, the code as text',
			() => ({ statusCode: 401, body: { code: '430' } }),
			'This API key is not allowed to read the list of profiles',
			typeIt,
		],
		[
			'a wrong key',
			() => ({ statusCode: 401, body: { code: 498 } }),
			'Webex Campaign does not accept this API key',
			/'API Secret Key'/,
		],
		[
			'another failure',
			() => ({ statusCode: 500, body: { code: 500, description: '<b>Busy</b>' } }),
			noList,
			/instead\. Technical detail: HTTP 500\.$/,
		],
		[
			'a web page',
			() => ({ statusCode: 200, body: '<html>x</html>', headers: { 'content-type': 'text/html' } }),
			noList,
			/Technical detail: HTTP 200\.$/,
		],
		['nothing', () => ({ statusCode: 204, body: undefined }), noList, /Technical detail: HTTP 204\.$/],
		[
			'no connection',
			() => {
				throw Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:443'), { code: 'ECONNREFUSED' });
			},
			'No connection to Webex Campaign could be made',
			/Technical detail: connect ECONNREFUSED 192\.0\.2\.1:443\.$/,
		],
		[
			'an exception without words',
			() => {
				throw new Error('');
			},
			noList,
			/Technical detail: CONNECTION_FAILED\.$/,
		],
	])('%s', async (_name, reply, message, description) => {
		await expect(search(reply).found).rejects.toMatchObject({
			message,
			description: expect.stringMatching(description),
		});
	});

	it('an unusable credential, without a request', async () => {
		const { request, found } = search(() => ({ statusCode: 200, body: [] }), '', { ...acme, tenant: '' });
		await expect(found).rejects.toThrow("The credential can't be used: 'Tenant' is empty");
		expect(request).not.toHaveBeenCalled();
	});

	it('never with the key', async () => {
		const reply = () => {
			throw new Error('socket hang up after Bearer s3cret');
		};
		await expect(search(reply).found).rejects.toMatchObject({
			description: expect.stringMatching(/Technical detail: socket hang up after Bearer \*\*\*\.$/),
		});
	});
});
