import type { ICredentialDataDecryptedObject, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { searchProfiles } from '../../../nodes/WebexCampaign/resources/profile';

const acme = { region: 'webexcampaign.io', tenant: 'acme', apiKey: 's3cret' };
const definitions = (...names: string[]) => names.map((name, i) => ({ 'profile-id': `${i}`, 'profile-name': name }));

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
});

describe('what keeps the list from loading is thrown, as n8n wants it', () => {
	it('a failure of the API', async () => {
		await expect(search(() => ({ statusCode: 401, body: { code: 430 } })).found).rejects.toMatchObject({
			message: 'This API key is not allowed to read the list of profiles',
			description: expect.stringContaining("Choose 'By Name' and type the profile name instead."),
		});
	});

	it('an unusable credential, without a request', async () => {
		const { request, found } = search(() => ({ statusCode: 200, body: [] }), '', { ...acme, tenant: '' });
		await expect(found).rejects.toThrow("The credential can't be used: 'Tenant' is empty");
		expect(request).not.toHaveBeenCalled();
	});
});
