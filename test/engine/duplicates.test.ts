import { claimsOfStopReport } from '../truth/claims';
import { Campaign, KEYS, NOBODY } from './campaign';
import { CONTINUE, ERROR_OUTPUT } from './onError';
import { deletedItem, failedItem, NOT_SENT } from './shapes';

const [a, b] = KEYS;
const campaign = new Campaign();

const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 1 } as const;

describe('A profile that several items name is sent once, for the first of them', () => {
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

	it('one that was never sent', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'failure', code: 430 }] });
		const { success } = await campaign.deletes({ keys: [a, b, b], onError: CONTINUE });
		expect(success.slice(1)).toStrictEqual([
			failedItem(1, b, NOT_SENT),
			failedItem(2, b, NOT_SENT, { duplicateOf: 1 }),
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
