import type { ICredentialTestRequest } from 'n8n-workflow';

import { PROFILE_DEFINITIONS_PATH } from './profileDefinitions';

/** HTTP statuses that make the test red; the others are judged by their body, since 401 may be code 430 or 498. */
const RED_STATUSES = [
	404,
	...Array.from({ length: 12 }, (_, i) => 500 + i),
	520,
	521,
	522,
	523,
	524,
	525,
	526,
	527,
	530,
];
const WRONG_KEY =
	'Webex Campaign does not accept this API key (code 498). In Webex Campaign, copy it again from Administration > Users & roles > API users.';
const NOT_THE_API =
	"A web page answered instead of the Webex Campaign API. Check 'Region' and 'Tenant', or 'API Endpoint'.";
const EMPTY = "The address answered without content. Check 'Region' and 'Tenant', or 'API Endpoint'.";

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

const bodyIs = (key: string, value: unknown, message: string): Rule => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

const statusIs = (value: number): Rule => ({
	type: 'responseCode',
	properties: {
		value,
		message: `The address answered with HTTP ${value}. Check 'Region' and 'Tenant', or 'API Endpoint', or try again later.`,
	},
});

/**
 * A read-only request. Code 430 is green: a key that may delete but not read the definitions is a good key.
 * `authenticate` makes the address absolute and says what is wrong with an unusable endpoint.
 */
export const credentialTest: ICredentialTestRequest = {
	request: {
		url: PROFILE_DEFINITIONS_PATH,
		ignoreHttpStatusErrors: { ignore: true, except: RED_STATUSES },
		disableFollowRedirect: true,
	},
	rules: [
		bodyIs('code', 498, WRONG_KEY),
		bodyIs('code', '498', WRONG_KEY),
		// n8n compares only for equality, so white space before a web page is listed too.
		...['<', '\n', '\r', '\t', ' ', '\uFEFF'].map((character) => bodyIs('0', character, NOT_THE_API)),
		bodyIs('length', 0, EMPTY),
		...RED_STATUSES.map(statusIs),
	] as ICredentialTestRequest['rules'],
};
