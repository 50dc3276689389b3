import { keysFrom } from '../../simulator/profiles';
import { Campaign, inOrder, PROFILE } from './campaign';
import { CONTINUE, ERROR_OUTPUT } from './onError';
import { deletedItem, failedItem, NOT_SENT } from './shapes';

const campaign = new Campaign();
const HOUR = 3_600_000;
const hundred = keysFrom('5550001', 100);

describe('A throttle', () => {
	beforeEach(() => campaign.simulator.addRecords([{ profileName: PROFILE, keys: hundred }]));

	const words = [
		['that does not say how long', {}],
		['that asks for a wait', { retryAfter: 'seconds' as const }],
	] as const;

	it.each(words)('%s is waited for: all are deleted, and a hint tells how long', async (_, retryAfter) => {
		const throttle = { kind: 'fixed', limit: 20, windowMs: 2000, ...retryAfter } as const;
		await campaign.simulator.change({ throttle });
		const { success, hints } = await campaign.deletes({ keys: hundred, onError: ERROR_OUTPUT });
		expect(success).toStrictEqual(hundred.map((key, item) => deletedItem(item, key)));
		expect((await campaign.simulator.totals()).refused).toBeGreaterThan(0);
		const message = expect.stringMatching(/^100 deleted\. Waited \d+ s for the throttle\.$/);
		expect(hints).toEqual([{ message, type: 'info', location: 'outputPane' }]);
	});

	it("that stays shut ends the run after 'Max Throttle Wait'", async () => {
		await campaign.simulator.change({ throttle: { kind: 'fixed', limit: 2, windowMs: HOUR } });
		const options = { maxThrottleWait: 0.5, concurrency: 1 };
		const result = await campaign.deletes({ keys: hundred.slice(0, 5), onError: CONTINUE, options });
		const [first, second, third, ...others] = inOrder(result);
		expect([first, second]).toStrictEqual(hundred.slice(0, 2).map((key, item) => deletedItem(item, key)));
		expect(third!.json.error).toMatchObject({ code: 'THROTTLED', httpStatus: 429, outcome: 'notDeleted' });
		expect(third!.json.error).toHaveProperty('attempts', (await campaign.simulator.totals()).refused);
		expect(others).toStrictEqual([3, 4].map((item) => failedItem(item, hundred[item]!, NOT_SENT)));
	});
});
