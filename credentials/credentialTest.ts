import type { ICredentialTestRequest } from 'n8n-workflow';

import { PROFILES_PATH } from '../nodes/WebexCampaign/api/getProfiles';

/** HTTP statuses that make the test red, all from 400 but 401: that one may be code 430 or 498, so its body is looked at. */
const RED_STATUSES = Array.from({ length: 200 }, (_, i) => 400 + i).filter((status) => status !== 401);

const ADDRESS = "Check 'Region' and 'Tenant', or 'API Endpoint'";
const WRONG_KEY =
	'Webex Campaign does not accept this API key (code 498). In Webex Campaign, copy it again from Administration > Users & roles > API users.';
const NOT_THE_API = `A web page answered instead of the Webex Campaign API. ${ADDRESS}.`;

/** What to check, where it is not the address. */
const ADVICE: Record<number, string> = {
	407: 'A proxy wants to know who asks: check the proxy settings of the machine that runs n8n.',
	429: 'Too many requests: try again later.',
};

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

const bodyIs = (key: string, value: unknown, message: string): Rule => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

const statusIs = (value: number): Rule => {
	const message = `The address answered with HTTP ${value}. ${ADVICE[value] ?? `${ADDRESS}, or try again later.`}`;
	return { type: 'responseCode', properties: { value, message } };
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
		bodyIs('code', 498, WRONG_KEY),
		bodyIs('code', '498', WRONG_KEY),
		// n8n compares only for equality, so white space before a web page is listed too.
		...['<', '\n', '\r', '\t', ' ', '\uFEFF'].map((character) => bodyIs('0', character, NOT_THE_API)),
		bodyIs('length', 0, `The address answered without content. ${ADDRESS}.`),
		...RED_STATUSES.map(statusIs),
	] as ICredentialTestRequest['rules'],
};
