import type { SimulatorAddress } from '../../../simulator/control';
import type { FaultRule } from '../../../simulator/faults';

/** One way in which a builder is told something, and how it is provoked. */
export interface TextCase {
	/** Of the node and of its credential as well. */
	name: string;
	/** What must be read, if it is told elsewhere than in the error view. */
	shown?: RegExp;
	/** Strikes this node's deletes, or the request of the credential's test. */
	faults?: Array<Omit<FaultRule, 'keys' | 'on'>>;
	/** All items have one key, so that they are sent as one. */
	oneKey?: true;
	/** Goes to a Webex Campaign that accepts five deletes in two seconds. */
	throttled?: true;
	/** Fields of the node, and of its options, instead of those that would be right. */
	parameters?: Record<string, unknown>;
	options?: Record<string, unknown>;
	/** Fields of the credential, instead of those that would be right. */
	credential?: (simulator: SimulatorAddress) => Record<string, string>;
}

const failure = (code: number, httpStatus?: number): TextCase['faults'] => [{ fault: 'failure', code, httpStatus }];
const fields = (credential: Record<string, string>) => ({ credential: () => credential });
const unknownHost = fields({ customEndpoint: 'https://campaign.invalid' });
const wrongKey = fields({ apiKey: 'wrong' });
const badTenant = fields({ region: 'webexcampaign.io', tenant: 'Acme Inc.' });
const noApi = { credential: ({ url }: SimulatorAddress) => ({ customEndpoint: `${url}/elsewhere` }) };
const profileName = (value: string) => ({ profileName: { __rl: true, mode: 'name', value } });
const key = (value: unknown) => ({ parameters: { key: value } });
const options = (given: Record<string, unknown>) => ({ options: given });
const noWait = options({ maxThrottleWait: 0 });
const lostThen = (code: number) => ({
	faults: [
		{ fault: 'lost' as const, times: 1 },
		{ fault: 'failure' as const, code },
	],
	oneKey: true as const,
	options: { maxRetries: 5 },
});

type Rows = Array<[name: string, given: Omit<TextCase, 'name'>]>;
const named = (rows: Rows): TextCase[] => rows.map(([name, given]) => ({ name, ...given }));

/** `npm run test:e2e -- --texts` goes through all of them, which takes minutes. */
export const textsVariable = 'WEBEX_E2E_TEXTS';

/** Which text belongs to what is in tables of unit tests: one case of each place shows what the editor does with it. */
const asked = (rows: Rows) => named(process.env[textsVariable] === 'all' ? rows : rows.slice(0, 1));

/** In the error view of the node. */
export const errorCases = asked([
	['code 102', { faults: failure(102), ...noWait }],
	...[1010, 430, 498, 405, 429, 499, 500, 1001, 777].map((code): Rows[number] => [
		`code ${code}`,
		{ faults: failure(code), ...noWait },
	]),
	['code 1020', {}],
	['code 777 with HTTP 503', { faults: failure(777, 503) }],
	['lost, then 102', lostThen(102)],
	['lost, then 498', lostThen(498)],
	['lost, then 1010', lostThen(1010)],
	...(['webPage', 'empty', 'neitherField', 'idAndCode', 'redirect', 'lost', 'cut'] as const).map(
		(fault): Rows[number] => [fault, { faults: [{ fault }] }],
	),
	['late', { faults: [{ fault: 'hang' }], ...options({ requestTimeout: 0.2 }) }],
	...[400, 401, 404, 503].map((httpStatus): Rows[number] => [
		`HTTP ${httpStatus}`,
		{ faults: [{ fault: 'webPage', httpStatus }] },
	]),
	['unknown host', unknownHost],
	['nothing listens', fields({ customEndpoint: 'http://127.0.0.1:1' })],
	['Key: empty', key('={{ $json.missing }}')],
	['Key: fixed expression', key('{{ $json.number }}')],
	['Key: object as text', key('=[object Object]')],
	['Key: object', key('={{ $json }}')],
	['Key: list', key('={{ [1] }}')],
	['Key: true', key('={{ true }}')],
	['Key: fraction', key('={{ 1.5 }}')],
	['Key: too many digits', key('={{ 2 ** 60 }}')],
	['Key: #N/A', key('#N/A')],
	['Key: 9.46E+09', key('9.46E+09')],
	['Key: throws', key('={{ $("Nowhere").item.json.key }}')],
	['Profile Name: empty', { parameters: profileName('={{ $json.missing }}') }],
	['Profile Name: fixed expression', { parameters: profileName('{{ $json.number }}') }],
	['Audit: object', { parameters: { auditParameters: { exparam1: '={{ $json }}' } } }],
	['Concurrent Requests', options({ concurrency: 0 })],
	['Max Retries', options({ maxRetries: 1.5 })],
	['Max Throttle Wait', options({ maxThrottleWait: -1 })],
	['Request Timeout', options({ requestTimeout: 0 })],
	['If Profile Not Found', options({ ifNotFound: 'skip' })],
	['Dry Run is nothing', options({ dryRun: '={{ $json.missing }}' })],
	['Dry Run differs', options({ dryRun: '={{ $json.number === 1 }}' })],
	['unknown operation', { parameters: { operation: 'merge' } }],
	...[
		'={{ "" }}',
		'Acme Inc.',
		'me@acme.webexcampaign.io',
		'acme.imicampaign.io',
		'a.b.webexcampaign.io',
		'a'.repeat(64),
	].map((tenant): Rows[number] => [`Tenant: ${tenant}`, fields({ region: 'webexcampaign.io', tenant })]),
	...['={{ "" }}', 'https://', 'https://me@example.com', 'http://example.com'].map((customEndpoint): Rows[number] => [
		`Endpoint: ${customEndpoint}`,
		fields({ customEndpoint }),
	]),
	...['={{ "" }}', 'two words', 'kéy'].map((apiKey): Rows[number] => [`API key: ${apiKey}`, fields({ apiKey })]),
	['region unknown', fields({ region: '={{ "mars" }}', tenant: 'acme' })],
	['differs', fields({ apiKey: '={{ "key" + $json.number }}' })],
]);

/** In the items of a run that ended early: why. */
export const endCases = asked([
	['ended by 430', { faults: failure(430), shown: /not sent: this API key is not allowed/ }],
	['ended by 498', { faults: failure(498), shown: /not sent: Webex Campaign does not accept/ }],
	['ended by 405', { faults: failure(405), shown: /not sent: the address in the credential/ }],
	['ended by an unknown host', { ...unknownHost, shown: /not sent: no connection/ }],
	['ended by 429', { faults: failure(429), ...noWait, shown: /let nothing through for too long/ }],
	[
		'ended by a long wait',
		{ throttled: true, ...options({ maxThrottleWait: 0.5 }), shown: /It asked for a wait of \d s/ },
	],
	['ended by an outage', { faults: [{ fault: 'webPage' }], shown: /in a row got no usable reply/ }],
]);

/** In a hint above the items: what became of them. */
export const hintCases = asked([
	[
		'repeated items',
		{
			...options({ ifNotFound: 'continue' }),
			...key('=nobody-{{ $json.number % 3 }}'),
			shown: /^7 not found\. 4 repeat an earlier item and were not sent again\.$/,
		},
	],
	['a dry run', { ...options({ dryRun: true }), shown: /^7 checked without sending\.$/ }],
	[
		'a dry run without a profile name',
		{
			...options({ dryRun: true }),
			parameters: profileName(''),
			shown:
				/^7 checked without sending\. 'Profile Name' is blank: Webex Campaign would decide which profile is meant\.$/,
		},
	],
	[
		'no profile name',
		{
			...options({ ifNotFound: 'continue' }),
			parameters: profileName(''),
			shown: /^7 not found\. 'Profile Name' was blank: Webex Campaign decided which profile was meant\.$/,
		},
	],
	[
		'a refused key',
		{
			...wrongKey,
			shown:
				/^1 not deleted, 6 not attempted, because Webex Campaign does not accept this API key \(see the error branch\)\. The run ended early\.$/,
		},
	],
	[
		'a throttle',
		{
			throttled: true,
			shown:
				/^7 not deleted, because no contact profile with this key was found \(see the error branch\)\. Waited \d s for the throttle\.$/,
		},
	],
]);

/** In the list of 'Profile Name': why it can't be loaded. */
export const listCases = asked([
	[
		'list: key without the grant',
		{ credential: ({ deleteOnlyKey }) => ({ apiKey: deleteOnlyKey }), shown: /not allowed to read the list/ },
	],
	['list: wrong key', { ...wrongKey, shown: /does not accept this API key/ }],
	['list: unknown host', { ...unknownHost, shown: /No connection/ }],
	['list: wrong address', { ...noApi, shown: /did not return the list of profiles/ }],
	['list: bad tenant', { ...badTenant, shown: /'Tenant' must be/ }],
]);

/** In the credential: why its test is red. */
export const credentialCases = asked([
	['test: wrong key', { ...wrongKey, shown: /does not accept this API key/ }],
	['test: wrong address', { ...noApi, shown: /answered with HTTP 404/ }],
	['test: web page', { faults: [{ fault: 'webPage' }], shown: /A web page answered/ }],
	['test: empty reply', { faults: [{ fault: 'empty' }], shown: /answered without content/ }],
	['test: bad tenant', { ...badTenant, shown: /'Tenant' must be/ }],
	[
		'test: no tenant',
		{
			...fields({ region: 'webexcampaign.io', tenant: 'https://webexcampaign.io/' }),
			shown: /'Tenant' lacks the first part/,
		},
	],
	['test: unknown host', { ...unknownHost, shown: /ENOTFOUND/ }],
]);
