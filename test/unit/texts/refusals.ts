import type { IExecuteFunctions } from 'n8n-workflow';

import { readApiKey } from '../../../nodes/WebexCampaign/api/access';
import { resolveEndpoint } from '../../../nodes/WebexCampaign/api/access';
import { checkAuditParameters } from '../../../nodes/WebexCampaign/input/auditParameters';
import type { NoValue, Reason } from '../../../nodes/WebexCampaign/result';
import { readAccess } from '../../../nodes/WebexCampaign/input/credential';
import { checkKey } from '../../../nodes/WebexCampaign/input/identifiers';
import { checkOptions, NUMBER_OPTIONS } from '../../../nodes/WebexCampaign/input/options';
import { NodeParameters } from '../../../nodes/WebexCampaign/input/parameters';
import { checkProfileName } from '../../../nodes/WebexCampaign/input/identifiers';
import { execute } from '../../../nodes/WebexCampaign/resources/operations';

const badTexts = ['', 'Loading...', 'undefined-1', '{{ $json.x }}', '$json.x', '${x}', '[object Object]', '"x"', '-'];
const badIdentifiers = [...badTexts, {}, ['a'], true, 1.5, 2 ** 60];
const ofKeys = ['m\uFFFD', '&amp;', '#N/A', '9,46318E+09', '7.0', '=1', 'a\nb', '1234,5678', 'a;'];
const badKeys = [...badIdentifiers, ...ofKeys];

const badTenants = [
	'',
	'ä/',
	'me@acme.webexcampaign.io',
	'acme.example.com',
	'a.b.webexcampaign.io',
	'webexcampaign.io',
	'a'.repeat(64),
	'a b',
];
const badEndpoints = ['', 'https://', 'https://me@host', 'http://host'];

/** Every reason for which a credential can be unusable. */
export const credentialReasons = (): string[] =>
	[
		resolveEndpoint({}),
		...badTenants.map((tenant) => resolveEndpoint({ region: 'webexcampaign.io', tenant })),
		...badEndpoints.map((customEndpoint) => resolveEndpoint({ region: 'custom', customEndpoint })),
		...['', 'a b', 'Bearer a', 'ä'].map(readApiKey),
	].map((checked) => (checked.ok ? 'usable' : checked.message));

/** Every way in which an item, or all of them, can be refused before anything is sent. */
export async function everyRefusal(): Promise<NoValue[]> {
	const checked = [
		...badKeys.map(checkKey),
		...badIdentifiers.map((value) => checkProfileName('={{ $json.x }}', value)),
		checkAuditParameters('a'),
		checkAuditParameters({ exparam1: {} }),
		checkOptions('a', []),
		checkOptions({ ifNotFound: 'a' }, []),
		checkOptions({}, ['a']),
		checkOptions({}, [true, false]),
		...Object.keys(NUMBER_OPTIONS).map((name) => checkOptions({ [name]: -1 }, [])),
		unreadableParameter(),
		uncheckableParameter(),
		await readAccess(
			credentials(() => ({})),
			1,
		),
		await readAccess(credentials(throwing), 1),
		await readAccess(
			credentials((item) => ({ region: 'webexcampaign.io', tenant: `t${item}`, apiKey: 'k' })),
			2,
		),
	];
	const refused = checked.filter((one): one is NoValue => !one.ok);
	if (refused.length !== checked.length) throw new Error('One of these is no refusal');
	return [...refused, await unknownOperation()];
}

const throwing = (): never => {
	throw new Error('Node does not have any credentials set.');
};

const credentials = (of: (item: number) => object) =>
	({ getCredentials: async (_type: string, item: number) => of(item) }) as unknown as IExecuteFunctions;

function unreadableParameter() {
	const context = { getNode: () => ({ parameters: { key: '=x' } }), getNodeParameter: throwing };
	return new NodeParameters(context as unknown as IExecuteFunctions).resolve('key', 'Key', 0);
}

function uncheckableParameter() {
	const context = { getNode: () => ({ parameters: { key: 'x' } }), getNodeParameter: () => 'x' };
	return new NodeParameters(context as unknown as IExecuteFunctions).read('key', 'Key', 0, throwing);
}

async function unknownOperation(): Promise<NoValue> {
	const context = {
		getNodeParameter: () => 'merge',
		continueOnFail: () => true,
		getNode: () => ({ parameters: {} }),
		getInputData: () => [{}],
	} as unknown as IExecuteFunctions;
	const [item] = await execute(context);
	return { ok: false, ...(item?.json.error as Reason) };
}
