import type { FaultRule } from '../../../simulator/faults';
import type { DeleteOptions } from '../../stage/webexCampaign';

/** One way in which a builder comes to see an error, and how it is provoked. */
export interface ErrorCase {
	/** Of the node as well. */
	name: string;
	/** What Webex Campaign, or the way to it, does to this node's requests. */
	faults?: Array<Omit<FaultRule, 'keys'>>;
	/** Both items have one key, so that they are sent as one. */
	oneKey?: true;
	/** Fields of the node, instead of those that would be right. */
	parameters?: Record<string, unknown>;
	options?: DeleteOptions | Record<string, unknown>;
	/** Fields of the credential, instead of those that would be right. */
	credential?: Record<string, string>;
}

const failure = (code: number, also: Partial<FaultRule> = {}): Omit<FaultRule, 'keys'> => ({
	fault: 'failure',
	code,
	...also,
});
const firstLost = { fault: 'lost', times: 1 } as const;

/** Codes of the reference page's failure table, and codes that it does not have. */
const codes: ErrorCase[] = [
	...[102, 1010, 430, 498, 405, 429, 499, 500, 1001, 777].map((code) => ({
		name: `code ${code}`,
		faults: [failure(code)],
		options: { maxThrottleWait: 0, maxRetries: 0 },
	})),
	{ name: 'code 1020' },
	{ name: 'code 777 with HTTP 503', faults: [failure(777, { httpStatus: 503 })], options: { maxRetries: 0 } },
	{ name: 'lost, then 102', faults: [firstLost, failure(102)], oneKey: true },
	{ name: 'lost, then 498', faults: [firstLost, failure(498)], oneKey: true },
	{ name: 'lost, then 1010', faults: [firstLost, failure(1010)], oneKey: true },
];

/** Replies that are not the API's, and none at all. */
const sentOnce: ErrorCase[] = [
	{ name: 'web page', faults: [{ fault: 'webPage' }] },
	{ name: 'empty', faults: [{ fault: 'empty' }] },
	{ name: 'neither id nor code', faults: [{ fault: 'neitherField' }] },
	{ name: 'both id and code', faults: [{ fault: 'idAndCode' }] },
	{ name: 'redirect', faults: [{ fault: 'redirect' }] },
	{ name: 'lost', faults: [{ fault: 'lost' }] },
	{ name: 'cut', faults: [{ fault: 'cut' }] },
	{ name: 'late', faults: [{ fault: 'hang' }], options: { requestTimeout: 0.2 } },
	...[400, 401, 404, 503].map(
		(httpStatus): ErrorCase => ({
			name: `HTTP ${httpStatus}`,
			faults: [{ fault: 'webPage', httpStatus }],
		}),
	),
	{ name: 'unknown host', credential: { customEndpoint: 'https://campaign.invalid' } },
	{ name: 'nothing listens', credential: { customEndpoint: 'http://127.0.0.1:1' } },
];
const replies = sentOnce.map((given) => ({ ...given, options: { maxRetries: 0, ...given.options } }));

const key = (name: string, value: unknown): ErrorCase => ({
	name: `Key: ${name}`,
	parameters: { key: value },
});
const profileName = (name: string, value: string): ErrorCase => ({
	name: `Profile Name: ${name}`,
	parameters: { profileName: { __rl: true, mode: 'name', value } },
});
const audit = (name: string, value: unknown): ErrorCase => ({
	name: `Audit: ${name}`,
	parameters: { auditParameters: value },
});
const option = (name: string, options: Record<string, unknown>): ErrorCase => ({
	name: `Option: ${name}`,
	options,
});

const parameters: ErrorCase[] = [
	key('empty', '={{ $json.missing }}'),
	key('fixed expression', '{{ $json.number }}'),
	key('object as text', '=[object Object]'),
	key('object', '={{ $json }}'),
	key('list', '={{ [1] }}'),
	key('true', '={{ true }}'),
	key('fraction', '={{ 1.5 }}'),
	key('too many digits', '={{ 2 ** 60 }}'),
	key('#N/A', '#N/A'),
	key('9.46E+09', '9.46E+09'),
	key('throws', '={{ $("Nowhere").item.json.key }}'),
	profileName('empty', '={{ $json.missing }}'),
	profileName('fixed expression', '{{ $json.number }}'),
	audit('object', { exparam1: '={{ $json }}' }),
	option('Concurrent Requests', { concurrency: 0 }),
	option('Max Retries', { maxRetries: 1.5 }),
	option('Max Throttle Wait', { maxThrottleWait: -1 }),
	option('Request Timeout', { requestTimeout: 0 }),
	option('If Profile Not Found', { ifNotFound: 'skip' }),
	option('Dry Run is nothing', { dryRun: '={{ $json.missing }}' }),
	option('Dry Run differs', { dryRun: '={{ $json.number === 1 }}' }),
	{ name: 'unknown operation', parameters: { operation: 'merge' } },
];

const tenant = (name: string, value: string): ErrorCase => ({
	name: `Tenant: ${name}`,
	credential: { region: 'webexcampaign.io', tenant: value },
});
const endpoint = (name: string, value: string): ErrorCase => ({
	name: `Endpoint: ${name}`,
	credential: { customEndpoint: value },
});

const credentials: ErrorCase[] = [
	tenant('empty', '={{ "" }}'),
	tenant('not a name', 'Acme Inc.'),
	tenant('user', 'me@acme.webexcampaign.io'),
	tenant('other region', 'acme.imicampaign.io'),
	tenant('too many parts', 'a.b.webexcampaign.io'),
	tenant('too long', 'a'.repeat(64)),
	endpoint('empty', '={{ "" }}'),
	endpoint('not an address', 'https://'),
	endpoint('user', 'https://me@example.com'),
	endpoint('http', 'http://example.com'),
	{ name: 'API key: empty', credential: { apiKey: '={{ "" }}' } },
	{ name: 'API key: blank inside', credential: { apiKey: 'two words' } },
	{ name: 'API key: strange', credential: { apiKey: 'kéy' } },
	{ name: 'region unknown', credential: { region: '={{ "mars" }}', tenant: 'acme' } },
	{ name: 'differs', credential: { apiKey: '={{ "key" + $json.number }}' } },
];

/** `npm run test:e2e -- --texts` goes through all of them, which takes minutes. */
export const textsVariable = 'WEBEX_E2E_TEXTS';

/** Which text belongs to what is in tables of unit tests: one case shows that the editor leaves a text whole. */
export const asked = <T>(cases: T[]): T[] => (process.env[textsVariable] === 'all' ? cases : cases.slice(0, 1));

export const errorCases = asked([...codes, ...replies, ...parameters, ...credentials]);
