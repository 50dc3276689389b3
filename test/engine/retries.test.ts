import type { INodeExecutionData } from 'n8n-workflow';
import type { FaultRule } from '../../simulator/faults';
import { Campaign, inOrder, KEYS, NOBODY } from './campaign';
import { CONTINUE } from './onError';
import { deletedItem, failedItem, itemWithout } from './shapes';

interface Case {
	what: string;
	/** What happens to the first request for the item, and to the second. */
	first: FaultRule;
	second?: FaultRule;
	/** The output item, whole. */
	becomes: (item: number, key: string) => object;
}

const gone: Case['becomes'] = (item, key) => itemWithout('goneAfterRetry', item, key);
const unknown =
	(code: string, httpStatus: number | null, attempts: number): Case['becomes'] =>
	(item, key) =>
		failedItem(item, key, { code, httpStatus, outcome: 'unknown', attempts });

const cases: Case[] = [
	{ what: 'a reply lost before the delete', first: { fault: 'lost' }, becomes: deletedItem },
	{ what: 'a reply lost after the delete', first: { fault: 'lost', executed: true }, becomes: gone },
	{ what: 'a reply cut in the middle', first: { fault: 'cut', executed: true }, becomes: gone },
	{ what: 'no reply in time', first: { fault: 'hang', executed: true }, becomes: gone },
	{ what: 'a reply that drips', first: { fault: 'drip', executed: true }, becomes: gone },
	{
		what: 'an internal fault after the delete',
		first: { fault: 'failure', code: 500, executed: true },
		becomes: gone,
	},
	{
		what: 'HTTP 503 after the delete',
		first: { fault: 'webPage', httpStatus: 503, executed: true },
		becomes: gone,
	},
	{ what: 'an internal fault before the delete', first: { fault: 'failure' }, becomes: deletedItem },
	{
		what: 'a reply lost, then a refusal',
		first: { fault: 'lost', executed: true },
		second: { fault: 'failure', code: 1010 },
		becomes: unknown('1010', 200, 2),
	},
	{
		what: 'a reply lost, then a web page',
		first: { fault: 'lost' },
		second: { fault: 'webPage' },
		becomes: unknown('UNEXPECTED_REPLY', 200, 2),
	},
	{
		what: 'a reply lost, then HTTP 503',
		first: { fault: 'lost', executed: true },
		second: { fault: 'webPage', httpStatus: 503 },
		becomes: unknown('UNEXPECTED_REPLY', 503, 2),
	},
	{
		what: 'a refusal',
		first: { fault: 'failure', code: 1010 },
		becomes: (item, key) =>
			failedItem(item, key, { code: '1010', httpStatus: 200, outcome: 'notDeleted', attempts: 1 }),
	},
	{ what: 'a web page', first: { fault: 'webPage' }, becomes: unknown('UNEXPECTED_REPLY', 200, 1) },
	{
		what: 'an unlisted code with HTTP 500',
		first: { fault: 'failure', code: 777, httpStatus: 500, executed: true },
		becomes: gone,
	},
];

describe('With one retry allowed, an item becomes', () => {
	const campaign = new Campaign();
	const keys = cases.map((_, i) => String(9463183910 + i));
	let items: INodeExecutionData[];

	// One run for all: the retries wait side by side.
	beforeAll(async () => {
		const faults = cases.flatMap(({ first, second }, i): FaultRule[] => [
			{ ...first, keys: keys[i], firstAsks: 1 },
			...(second ? [{ ...second, keys: keys[i] }] : []),
		]);
		await campaign.simulator.change({ faults });
		const options = { maxRetries: 1, requestTimeout: 1 };
		items = inOrder(await campaign.deletes({ keys, onError: CONTINUE, options }));
	});

	it.each(cases.map((row, item) => ({ ...row, item })))('$what', ({ item, becomes }) => {
		expect(items[item]).toStrictEqual(becomes(item, keys[item]!));
	});
});

describe("'Max Retries'", () => {
	const campaign = new Campaign();
	const lost = { code: 'CONNECTION_FAILED', httpStatus: null, outcome: 'unknown' } as const;

	it.each([0, 1, 2])('%d: so often is a request sent again', async (maxRetries) => {
		await campaign.simulator.change({ faults: [{ fault: 'lost' }] });
		const { success } = await campaign.deletes({
			keys: [KEYS[0]],
			onError: CONTINUE,
			options: { maxRetries },
		});
		expect(success).toStrictEqual([failedItem(0, KEYS[0], { ...lost, attempts: 1 + maxRetries })]);
		expect(await campaign.requests()).toBe(1 + maxRetries);
	});
});

describe("'If Profile Not Found'", () => {
	const campaign = new Campaign();
	const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 1 } as const;

	it("'Fail': the item fails", async () => {
		const options = { ifNotFound: 'fail' };
		const { success } = await campaign.deletes({ keys: [NOBODY], onError: CONTINUE, options });
		expect(success).toStrictEqual([failedItem(0, NOBODY, notFound)]);
	});

	it("'Continue': the item counts as done, and says that nothing was there", async () => {
		const options = { ifNotFound: 'continue' };
		const { success, error } = await campaign.deletes({ keys: [NOBODY, KEYS[0]], options });
		expect(success).toStrictEqual([itemWithout('notFound', 0, NOBODY), deletedItem(1, KEYS[0])]);
		expect(error).toBeUndefined();
	});
});
