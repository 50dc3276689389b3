import { Campaign, inOrder, KEYS, type Deletes } from './campaign';
import { CONTINUE, ON_ERROR } from './onError';
import { expectAllRefused, expectEachItemFails, NOT_READ, type Came } from './refusals';
import { deletedItem, failedItem, REFUSED_INPUT } from './shapes';

const keys = KEYS.slice(0, 3);
const [key] = KEYS;
const campaign = new Campaign();
const byName = (value: string) => ({ __rl: true, mode: 'name', value });

describe("'Profile Name'", () => {
	it.each([
		['blank', byName('')],
		['blank in the list', { __rl: true, mode: 'list', value: '' }],
		['switched to an expression and left blank', byName('=')],
	])('is left out of the request if the field is %s', async (_, profileName) => {
		const { success } = await campaign.deletes({ keys: [key], parameters: { profileName } });
		expect(success).toStrictEqual([deletedItem(0, key, { profileName: null })]);
	});

	it.each([
		['typed', byName('newsletter')],
		['chosen from the list', { __rl: true, mode: 'list', value: 'newsletter' }],
		['an expression', byName("={{ 'newsletter' }}")],
		['a whole expression', "={{ 'newsletter' }}"],
	])('is sent if it is %s', async (_, profileName) => {
		const reader = 'reader01@example.com';
		const { success } = await campaign.deletes({ keys: [reader], parameters: { profileName } });
		expect(success).toStrictEqual([deletedItem(0, reader, { profileName: 'newsletter' })]);
	});
});

it("'Audit Parameters' reach the audit log under their own names, as text, without the empty ones", async () => {
	const auditParameters = {
		exparam1: '={{ "Ticket " + $json.contact }}',
		exparam2: '',
		exparam3: '={{ 4711 }}',
		exparam10: 'the last one',
	};
	await campaign.deletes({ keys: [key], parameters: { auditParameters } });
	const sent = { exparam1: `Ticket ${key}`, exparam3: '4711', exparam10: 'the last one' };
	expect(await campaign.simulator.auditLog()).toMatchObject([{ key, auditParameters: sent }]);
});

describe("A date in 'Audit Parameters'", () => {
	it.each([
		['of JavaScript', '={{ new Date(0) }}'],
		['of n8n', "={{ DateTime.fromMillis(0, { zone: 'utc' }) }}"],
		['of n8n, a blank after it', "={{ DateTime.fromMillis(0, { zone: 'utc' }) }} "],
	])('becomes ISO text: one %s', async (_, exparam1) => {
		await campaign.deletes({ keys: [key], parameters: { auditParameters: { exparam1 } } });
		expect(await campaign.simulator.auditLog()).toMatchObject([
			{ auditParameters: { exparam1: '1970-01-01T00:00:00.000Z' } },
		]);
	});
});

it.each([
	'{ isLuxonDateTime: false }',
	'{ isLuxonDateTime: true }',
	'{ isLuxonDateTime: true, toString: 1 }',
	"DateTime.invalid('x')",
])("What only looks like a date in 'Audit Parameters' costs its own item: %s", async (value) => {
	const exparam1 = `={{ $itemIndex === 1 ? ${value} : 'Ticket 4711' }}`;
	const result = await campaign.deletes({ keys, parameters: { auditParameters: { exparam1 } }, onError: CONTINUE });
	expect(inOrder(result)).toStrictEqual([
		deletedItem(0, keys[0]!),
		failedItem(1, keys[1]!, REFUSED_INPUT),
		deletedItem(2, keys[2]!),
	]);
});

const MISSING = '={{ $json.noSuchField }}';
const THROWS = "={{ $('No such node').item.json.contact }}";
const NAMELESS: Came = { profileName: null };
const THROWS_TOO = '={{ null.contact }}';

/** `came`: what is shown of key and profile name, unless both are. */
const unusable: Array<[what: string, run: Pick<Deletes, 'parameters' | 'options'>, came: Came]> = [
	["an expression in 'Key' that resolves to nothing", { parameters: { key: MISSING } }, { key: null }],
	["an expression in 'Key' that can't be resolved", { parameters: { key: THROWS } }, { key: null }],
	["an expression in 'Key' that fails", { parameters: { key: THROWS_TOO } }, { key: null }],
	[
		"an expression in 'Profile Name' that resolves to nothing",
		{ parameters: { profileName: byName(MISSING) } },
		NAMELESS,
	],
	["a 'Profile Name' that is itself an expression for nothing", { parameters: { profileName: MISSING } }, NAMELESS],
	["an expression in 'Profile Name' that can't be resolved", { parameters: { profileName: byName(THROWS) } }, NAMELESS],
	["an audit parameter that can't be resolved", { parameters: { auditParameters: { exparam1: THROWS } } }, {}],
	[
		'an audit parameter that is an object',
		{ parameters: { auditParameters: { exparam1: '={{ { ticket: 4711 } }}' } } },
		{},
	],
	["a 'Dry Run' that resolves to nothing", { options: { dryRun: MISSING } }, NOT_READ],
	["a 'Dry Run' that can't be resolved", { options: { dryRun: THROWS } }, NOT_READ],
	["a 'Dry Run' that resolves to the text 'true'", { options: { dryRun: "={{ 'true' }}" } }, NOT_READ],
	[
		"a 'Dry Run' that only some items ask for",
		{ options: { dryRun: `={{ $json.contact === '${keys[1]}' }}` } },
		NOT_READ,
	],
	["an option that can't be resolved", { options: { concurrency: THROWS } }, NOT_READ],
];

const noOperation: Array<[what: string, parameters: Record<string, unknown>]> = [
	['an unknown operation', { operation: 'undelete' }],
	['an unknown resource', { resource: 'contact' }],
	["an 'Operation' that can't be resolved", { operation: THROWS }],
];

describe.each(ON_ERROR)('On Error %s: nothing is sent and every item fails', (onError) => {
	it.each(unusable)('%s', async (_, run, came) => {
		const result = await campaign.deletes({ keys, onError, ...run });
		expectAllRefused(result, onError, keys, REFUSED_INPUT, came);
		expect(await campaign.requests()).toBe(0);
	});

	it.each(noOperation)('%s: without the fields of a delete', async (_, parameters) => {
		const result = await campaign.deletes({ keys, onError, parameters });
		expectEachItemFails(result, onError, { code: 'INVALID_PARAMETER', httpStatus: null });
		expect(await campaign.requests()).toBe(0);
	});
});
