import { deleted, refused } from './answers';
import { always, laneVirtually, tally } from './virtualRun';

describe('one run takes nothing from the others', () => {
	it('by being cancelled', async () => {
		const { runs, requests, mostInFlight } = await laneVirtually({
			server: always(deleted, 2000),
			runs: [{ items: 100, cancelAt: 7100 }, { items: 20 }],
		});
		expect(runs[0]!.endedAt).toBeLessThanOrEqual(8100);
		expect(requests.every(({ run, at }) => run !== 0 || at <= 7100)).toBe(true);
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 20 });
		// Its requests count until they are answered.
		expect(mostInFlight).toBe(10);
	});

	it('by stopping at its first failed item', async () => {
		const { runs } = await laneVirtually({
			server: ({ key }) => ({ answer: key === '0/3' ? refused('102') : deleted, after: 20 }),
			runs: [{ items: 50, stopAtFailure: true }, { items: 50 }],
		});
		expect(runs[0]!.report.end).toEqual({ why: 'failedItem' });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 50 });
	});

	it('but if something throws in the lane, every run hears of it', async () => {
		const broken = () => {
			throw new Error('broken');
		};
		const outcome = laneVirtually({
			server: always(deleted, 20),
			runs: [{ items: 50 }, { items: 50, joinAt: 100, onProgress: broken }, { items: 1, joinAt: 50 }],
		});
		await expect(outcome).rejects.toThrow('broken');
	});
});
