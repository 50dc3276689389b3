import { keysFrom } from '../../simulator/profiles';
import { claimsOfStopReport } from '../truth/claims';
import { Campaign, KEYS, NOBODY } from './campaign';
import { ERROR_OUTPUT, ON_ERROR } from './onError';
import { deletedItem, failedItem } from './shapes';

const [a, b] = KEYS;
const campaign = new Campaign();
const many = keysFrom('9463183901', 60);

describe.each(ON_ERROR)('On Error %s: items that are deleted', (onError) => {
	it('leave in input order, however their replies come', async () => {
		await campaign.simulator.change({ latency: { ms: 1, jitterMs: 20 } });
		const { success, failed } = await campaign.deletes({ keys: many, onError });
		expect(success).toStrictEqual(many.map((key, item) => deletedItem(item, key)));
		expect(failed).toEqual([]);
		expect(await campaign.deletedKeys()).toEqual(many);
	});

	it('are not worth a hint or a log line', async () => {
		const { hints, logs } = await campaign.deletes({ keys: [...KEYS], onError });
		expect(hints).toEqual([]);
		expect(logs.filter(({ level }) => level !== 'debug')).toEqual([]);
	});
});

it("'Concurrent Requests': so many are under way at most", async () => {
	await campaign.simulator.change({ latency: { ms: 20 } });
	await campaign.deletes({ keys: many, options: { concurrency: 7 } });
	expect((await campaign.simulator.totals()).maxInFlight).toBe(7);
});

describe('On Error stopWorkflow: all items are checked before anything is sent', () => {
	it.each([
		['first', ['', a, b], 0, [1, 2]],
		['middle', [a, '', b], 1, [0, 2]],
		['last', [a, b, ''], 2, [0, 1]],
	])('a %s item that is refused: nothing is sent', async (_, keys, refused, others) => {
		const { error } = await campaign.deletes({ keys });
		expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: refused } });
		expect(claimsOfStopReport(error!.description!)).toEqual(others.map((item) => ({ item, status: 'notAttempted' })));
		expect(await campaign.requests()).toBe(0);
	});
});

describe('A profile that several items name is sent once, for the first of them', () => {
	const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 1 } as const;

	it('the others get its outcome and transaction id', async () => {
		const { success, hints } = await campaign.deletes({ keys: [a, b, ` ${a}`, Number(a)] });
		expect(success).toStrictEqual([
			deletedItem(0, a),
			deletedItem(1, b),
			deletedItem(2, a, { duplicateOf: 0 }),
			deletedItem(3, a, { duplicateOf: 0 }),
		]);
		expect(new Set(success.map(({ json }) => json.transactionId)).size).toBe(2);
		expect(await campaign.asked()).toEqual({ [a]: 1, [b]: 1 });
		expect(hints).toHaveLength(1);
	});

	it('only its audit parameters are sent', async () => {
		await campaign.deletes({
			items: [
				{ contact: a, ticket: 'first' },
				{ contact: a, ticket: 'second' },
			],
			parameters: { auditParameters: { exparam1: '={{ $json.ticket }}' } },
		});
		expect(await campaign.simulator.auditLog()).toMatchObject([{ auditParameters: { exparam1: 'first' } }]);
	});

	it('a failed one: the others fail alike, each on the error branch with its own input', async () => {
		const items = [
			{ contact: NOBODY, row: 1 },
			{ contact: a, row: 2 },
			{ contact: NOBODY, row: 3 },
		];
		const { success, failed } = await campaign.deletes({ items, onError: ERROR_OUTPUT });
		expect(success).toStrictEqual([deletedItem(1, a)]);
		expect(failed).toStrictEqual([
			failedItem(0, NOBODY, notFound, { input: items[0] }),
			failedItem(2, NOBODY, notFound, { input: items[2], duplicateOf: 0 }),
		]);
	});

	it('On Error stopWorkflow: the error is for the first, the others are told in the report', async () => {
		const { error } = await campaign.deletes({ keys: [a, NOBODY, a, NOBODY], options: { concurrency: 1 } });
		expect(error!.context.itemIndex).toBe(1);
		expect(claimsOfStopReport(error!.description!)).toEqual([
			{ item: 0, status: 'deleted' },
			{ item: 2, status: 'deleted' },
			{ item: 3, status: 'notDeleted' },
		]);
	});
});
