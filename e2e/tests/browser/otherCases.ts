import type { FaultRule } from '../../../simulator/faults';
import type { SimulatorAddress } from '../../../simulator/control';
import type { DeleteOptions } from '../../stage/webexCampaign';
import { asked } from './errorCases';

/** One way in which a builder is told something elsewhere than in the error view, and how it is provoked. */
export interface OtherCase {
	/** Of the node and of its credential as well. */
	name: string;
	/** What must be read there. */
	shown: RegExp;
	/** Strikes this node's deletes, or the request of the credential's test. */
	fault?: Omit<FaultRule, 'keys' | 'on'>;
	/** Goes to a Webex Campaign that accepts five deletes in two seconds. */
	throttled?: true;
	options?: DeleteOptions;
	key?: string;
	/** Fields of the node, instead of those that would be right. */
	parameters?: Record<string, unknown>;
	/** Fields of the credential, instead of those that would be right. */
	credential?: (simulator: SimulatorAddress) => Record<string, string>;
}

const failure = (code: number) => ({ fault: 'failure', code }) as const;
const unknownHost = () => ({ customEndpoint: 'https://campaign.invalid' });
const noApi = ({ url }: SimulatorAddress) => ({ customEndpoint: `${url}/elsewhere` });
const wrongKey = () => ({ apiKey: 'wrong' });
const noProfileName = { profileName: { __rl: true, mode: 'name', value: '' } };
const noTenant = () => ({ region: 'webexcampaign.io', tenant: 'https://webexcampaign.io/' });
const badTenant = () => ({ region: 'webexcampaign.io', tenant: 'Acme Inc.' });

export const endCases = asked<OtherCase>([
	{ name: 'ended by 430', fault: failure(430), shown: /not sent: this API key is not allowed/ },
	{ name: 'ended by 498', fault: failure(498), shown: /not sent: Webex Campaign does not accept/ },
	{ name: 'ended by 405', fault: failure(405), shown: /not sent: the address in the credential/ },
	{ name: 'ended by an unknown host', credential: unknownHost, shown: /not sent: no connection/ },
	{
		name: 'ended by 429',
		fault: failure(429),
		options: { maxThrottleWait: 0 },
		shown: /let nothing through for too long/,
	},
	{
		name: 'ended by a long wait',
		throttled: true,
		options: { maxThrottleWait: 0.5 },
		shown: /It asked for a wait of \d s/,
	},
	{ name: 'ended by an outage', fault: { fault: 'webPage' }, shown: /in a row got no usable reply/ },
]);

export const hintCases = asked<OtherCase>([
	{
		name: 'repeated items',
		options: { ifNotFound: 'continue' },
		key: '=nobody-{{ $json.number % 3 }}',
		shown: /^7 not found\. 4 repeat an earlier item and were not sent again\.$/,
	},
	{ name: 'a dry run', options: { dryRun: true }, shown: /^7 checked without sending\.$/ },
	{
		name: 'a dry run without a profile name',
		options: { dryRun: true },
		parameters: noProfileName,
		shown:
			/^7 checked without sending\. 'Profile Name' is blank: Webex Campaign would decide which profile is meant\.$/,
	},
	{
		name: 'no profile name',
		options: { ifNotFound: 'continue' },
		parameters: noProfileName,
		shown: /^7 not found\. 'Profile Name' was blank: Webex Campaign decided which profile was meant\.$/,
	},
	{
		name: 'a refused key',
		credential: wrongKey,
		shown:
			/^1 not deleted, 6 not attempted, because Webex Campaign does not accept this API key \(see the error branch\)\. The run ended early\.$/,
	},
	{
		name: 'a throttle',
		throttled: true,
		shown:
			/^7 not deleted, because no contact profile with this key was found \(see the error branch\)\. Waited \d s for the throttle\.$/,
	},
]);

export const listCases = asked<OtherCase>([
	{
		name: 'list: key without the grant',
		credential: ({ deleteOnlyKey }) => ({ apiKey: deleteOnlyKey }),
		shown: /not allowed to read the list/,
	},
	{ name: 'list: wrong key', credential: wrongKey, shown: /does not accept this API key/ },
	{ name: 'list: unknown host', credential: unknownHost, shown: /No connection/ },
	{ name: 'list: wrong address', credential: noApi, shown: /did not return the list of profiles/ },
	{ name: 'list: bad tenant', credential: badTenant, shown: /'Tenant' must be/ },
]);

export const credentialCases = asked<OtherCase>([
	{ name: 'test: wrong key', credential: wrongKey, shown: /does not accept this API key/ },
	{ name: 'test: wrong address', credential: noApi, shown: /answered with HTTP 404/ },
	{ name: 'test: web page', fault: { fault: 'webPage' }, shown: /A web page answered/ },
	{ name: 'test: empty reply', fault: { fault: 'empty' }, shown: /answered without content/ },
	{ name: 'test: bad tenant', credential: badTenant, shown: /'Tenant' must be/ },
	{ name: 'test: no tenant', credential: noTenant, shown: /'Tenant' lacks the first part/ },
	{ name: 'test: unknown host', credential: unknownHost, shown: /ENOTFOUND/ },
]);
