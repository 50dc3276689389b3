import { keysFrom } from '../../simulator/profiles';
import { Campaign, KEYS } from './campaign';
import { ON_ERROR } from './onError';
import { deletedItem } from './shapes';

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
