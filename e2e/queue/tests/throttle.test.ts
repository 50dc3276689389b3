import { measure } from '../measure';
import { openStageForTests } from '../stage';

const limit = 100;

describe('batches on two workers that share a throttle of 100 a second without knowing of each other', () => {
	const stage = openStageForTests(2);

	it('use at least 0.70 of it with no more than 20 % refused requests, and lose nothing', async () => {
		const throttle = { kind: 'fixed', limit, windowMs: 1000 } as const;
		const measured = await measure(stage, 3000, { batchSize: 1500, batchesAtOnce: 2 }, throttle);
		const used = measured.itemsPerSecond / limit;
		console.log(`used ${used.toFixed(2)}, waste ${(100 * measured.waste).toFixed(1)} %`);

		expect(measured.failed).toBe(0);
		expect(measured.mismatches).toEqual([]);
		expect(used).toBeGreaterThanOrEqual(0.7);
		expect(measured.waste).toBeLessThanOrEqual(0.2);
	});
});
