import type { ICredentialTestRequest } from 'n8n-workflow';

import { PROFILES_PATH } from '../nodes/WebexCampaign/api/getProfiles';
import { CREDENTIAL_TEST_TEXTS } from '../nodes/WebexCampaign/resources/profile/failureTexts';

/** HTTP statuses that make the test red, all from 400 but 401: that one may be code 430 or 498, so its body is looked at. */
const RED_STATUSES = Array.from({ length: 200 }, (_, i) => 400 + i).filter((status) => status !== 401);

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

const bodyIs = (key: string, value: unknown, message: string): Rule => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

const statusIs = (value: number): Rule => {
	return { type: 'responseCode', properties: { value, message: CREDENTIAL_TEST_TEXTS.httpStatus(value) } };
};

/** Read-only. Code 430 is green: a key that may delete, but not read the list of profiles, is a good key. */
export const credentialTest: ICredentialTestRequest = {
	request: {
		// `authenticate` makes it absolute, and says what is wrong with an unusable endpoint.
		url: PROFILES_PATH,
		ignoreHttpStatusErrors: { ignore: true, except: RED_STATUSES },
		disableFollowRedirect: true,
	},
	rules: [
		bodyIs('code', 498, CREDENTIAL_TEST_TEXTS.wrongKey),
		bodyIs('code', '498', CREDENTIAL_TEST_TEXTS.wrongKey),
		// n8n compares only for equality, so white space before a web page is listed too.
		...['<', '\n', '\r', '\t', ' ', '\uFEFF'].map((character) => bodyIs('0', character, CREDENTIAL_TEST_TEXTS.webPage)),
		bodyIs('length', 0, CREDENTIAL_TEST_TEXTS.noContent),
		...RED_STATUSES.map(statusIs),
	] as ICredentialTestRequest['rules'],
};
