import type { ICredentialDataDecryptedObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { listText, textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { searchProfiles } from '../../../nodes/WebexCampaign/resources/profile/listProfiles';

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

	const NOT_RETURNED = 'Webex Campaign did not return the list of profiles';
	const typeIt = (detail: string) => `Choose 'By Name' and type the profile name instead. Technical detail: ${detail}.`;

	it.each<[code: string, status: number | null, wasSent: boolean, message: string, description: string]>([
		[
			'498',
			401,
			true,
			textIfNotDeleted({ code: '498' }).message,
			expect.stringMatching(/^Copy a secret key from .*'API Secret Key'/),
		],
		[
			'430',
			401,
			true,
			'This API key is not allowed to read the list of profiles',
			expect.stringMatching(/grant the API user/),
		],
		['405', 405, true, textIfNotDeleted({ code: '405' }).message, typeIt('HTTP 405')],
		['429', 429, true, NOT_RETURNED, typeIt('HTTP 429')],
		['UNEXPECTED_REPLY', 200, true, NOT_RETURNED, typeIt('HTTP 200')],
		['CONNECTION_FAILED', null, false, textIfNotDeleted({ code: 'CONNECTION_FAILED' }).message, typeIt('no way')],
		['CONNECTION_FAILED', null, true, NOT_RETURNED, typeIt('no way')],
	])('in words that fit a reading: %s (HTTP %j), sent: %s', (code, httpStatus, wasSent, message, description) => {
		expect(listText({ code, httpStatus, detail: 'no way' }, wasSent)).toEqual({ message, description });
	});

	it('an unusable credential, without a request', async () => {
		const found = search({ statusCode: 200, body: [] }, '', { ...acme, tenant: '' });
		await expect(found).rejects.toThrow("The credential can't be used: 'Tenant' is empty");
		expect(request).not.toHaveBeenCalled();
	});
});
