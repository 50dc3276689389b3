import type { ICredentialDataDecryptedObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { searchProfiles } from '../../../nodes/WebexCampaign/resources/profile';

const acme = { region: 'webexcampaign.io', tenant: 'acme', apiKey: 's3cret' };
const request = jest.fn();

/** The editor's list of profiles, with this reply of the API. */
function search(reply: object, filter?: string, credential: ICredentialDataDecryptedObject = acme) {
	const context = {
		getCredentials: async () => credential,
		getNode: () => ({ name: 'Webex Campaign', type: 'webexCampaign', parameters: {} }),
		helpers: { httpRequestWithAuthentication: request.mockReset().mockResolvedValue(reply) },
	};
	return searchProfiles.call(context as unknown as ILoadOptionsFunctions, filter);
}

it.each([
	[undefined, ['Loyalty', 'newsletter', 'sampleprofile']],
	['LOY', ['Loyalty']],
	[' l ', ['Loyalty', 'newsletter', 'sampleprofile']],
	['x', []],
])(
	"the list of 'Profile Name' is in alphabetical order, each name its own value; filtered by %j",
	async (filter, found) => {
		const body = ['newsletter', 'Loyalty', 'sampleprofile'].map((name) => ({ 'profile-name': name }));
		const { results } = await search({ statusCode: 200, body }, filter);
		expect(results).toEqual(found.map((name) => ({ name, value: name })));
	},
);

describe('what keeps the list from loading is thrown, as n8n wants it', () => {
	it('a failure of the API', async () => {
		await expect(search({ statusCode: 401, body: { code: 430 } })).rejects.toMatchObject({
			message: 'This API key is not allowed to read the list of profiles',
			description: expect.stringContaining("Choose 'By Name' and type the profile name instead."),
		});
	});

	it('an unusable credential, without a request', async () => {
		const found = search({ statusCode: 200, body: [] }, '', { ...acme, tenant: '' });
		await expect(found).rejects.toThrow("The credential can't be used: 'Tenant' is empty");
		expect(request).not.toHaveBeenCalled();
	});
});
