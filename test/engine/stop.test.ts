import { keysFrom } from '../../simulator/profiles';
import { claimsOfStopReport } from '../truth/claims';
import { lostOrRepeated, mismatches } from '../truth/mismatches';
import { Campaign, KEYS } from './campaign';

const campaign = new Campaign();
const [a, b] = KEYS;

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

describe('On Error stopWorkflow: the first failure ends the run', () => {
	it('what is under way is awaited, and the report agrees with the ledger about every item', async () => {
		const keys = keysFrom(a, 40);
		const faults = [{ fault: 'failure' as const, code: 1010, keys: keys[12] }];
		await campaign.simulator.change({ faults, latency: { ms: 2, jitterMs: 20 } });
		const { error } = await campaign.deletes({ keys, options: { concurrency: 6 } });

		const struck = { item: error!.context.itemIndex!, status: 'notDeleted' as const };
		const claims = [struck, ...claimsOfStopReport(error!.description!)];
		const ledger = new Map((await campaign.simulator.ledger()).map((entry) => [entry.key, entry]));
		expect(struck.item).toBe(12);
		expect(lostOrRepeated(claims, keys.length)).toEqual([]);
		expect(
			mismatches(claims, (item) => {
				const { asked = 0, executed = 0, transactionId = null } = ledger.get(keys[item]!) ?? {};
				return { asked, executed, transactionId, isThere: executed === 0 };
			}),
		).toEqual([]);
		expect(claims.filter(({ status }) => status === 'notAttempted').length).toBeGreaterThan(10);
	});
});
