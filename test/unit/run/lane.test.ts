import { deleted, refused, replyLost, serverFault } from './answers';
import { always, laneVirtually, openGate, tally, webhooks, type RunInLane, type Server } from './virtualRun';

const broken = () => {
	throw new Error('broken');
};

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

	it('nor by what a cancel cuts off: that is no lost reply', async () => {
		const { runs } = await laneVirtually({
			server: ({ run, at }) =>
				run === 0 && at > 100 ? { answer: replyLost, after: 1000 - at } : { answer: deleted, after: 20 },
			runs: [
				{ items: 200, options: { maxRetries: 0 }, cancelAt: 1000 },
				{ items: 100, joinAt: 990, options: { concurrency: 2 } },
			],
		});
		expect(runs[0]!.report.end).toEqual({ why: 'cancelled' });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 100 });
	});

	it('by ending with retries that will never be made, and a request that hangs', async () => {
		const inRun0: Server = ({ key }) => {
			if (key === '0/1') return null;
			if (key === '0/2') return { answer: refused('102'), after: 200 };
			return { answer: key === '0/0' ? deleted : serverFault, after: 250 };
		};
		const { requests } = await laneVirtually({
			server: (request) => (request.run === 0 ? inRun0(request) : { answer: deleted, after: 50 }),
			runs: [
				{ items: 9, stopAtFailure: true },
				{ items: 5, joinAt: 1000 },
			],
		});
		expect(requests.find(({ run }) => run === 1)?.at).toBe(1000);
	});

	it('by stopping at its first failed item', async () => {
		const { runs } = await laneVirtually({
			server: ({ key }) => ({ answer: key === '0/3' ? refused('102') : deleted, after: 20 }),
			runs: [{ items: 50, stopAtFailure: true }, { items: 50 }],
		});
		expect(runs[0]!.report.end).toEqual({ why: 'failedItem' });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 50 });
	});

	it.each<[string, Partial<RunInLane>]>([
		['its log', { onProgress: broken }],
		['its cancel signal', { isCancelled: broken }],
		['what sends its requests', { send: () => Promise.reject(new Error('broken')) }],
	])('by what its own code throws: %s', async (_name, own) => {
		const { runs } = await laneVirtually({
			server: always(deleted, 20),
			runs: [{ items: 50 }, { items: 50, joinAt: 100, ...own }, { items: 9, joinAt: 110 }],
		});
		expect(runs[1]!.thrown).toEqual(new Error('broken'));
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 50 });
		expect(tally(runs[2]!.jobs)).toEqual({ deleted: 9 });
	});

	it('but a bug in the lane itself is told to each of them', async () => {
		const gate = { ...openGate, start: broken };
		const { runs } = await laneVirtually({ server: always(deleted), gate, runs: webhooks(3) });
		expect(runs.map(({ thrown }) => thrown)).toEqual(Array(3).fill(new Error('broken')));
	});
});

describe('what a start or a reply costs does not grow with the number of runs that wait', () => {
	it.each([100, 2000])('%i webhooks at once', async (count) => {
		let looks = 0;
		const isCancelled = () => (looks++, false);
		await laneVirtually({
			server: always(deleted, 20),
			runs: webhooks(count).map((run) => ({ ...run, isCancelled })),
		});
		// 2 s of work for a thousand of them, in which each is looked at twice a second.
		expect(looks / count).toBeLessThan(4 + count / 200);
	});
});
