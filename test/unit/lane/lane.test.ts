import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import type { Permit, Verdict } from '../../../nodes/WebexCampaign/throttle/throttle';
import { deleted, refused, replyLost, serverFault, throttled } from './answers';
import {
	allJobs,
	always,
	throttle,
	laneVirtually,
	openThrottle,
	tally,
	webhooks,
	type LaneResult,
	type RunInLane,
	type Server,
} from './virtualRun';

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

	it.each(['start', 'finish'])('but a bug in the lane itself is told to each of them: in %s', async (place) => {
		const throttle = { ...openThrottle, [place]: broken };
		const { runs } = await laneVirtually({ server: always(deleted), throttle, runs: webhooks(3) });
		expect(runs.map(({ thrown }) => thrown)).toEqual(Array(3).fill(new Error('broken')));
	});
});

describe('what a request tells the throttle', () => {
	it.each<[string, Answer, Partial<RunInLane>, Verdict]>([
		['deleted', deleted, {}, 'accepted'],
		['refused by the API', refused('102'), {}, 'accepted'],
		['throttled', throttled(), { options: { maxThrottleWait: 0 } }, 'refused'],
		['lost', replyLost, { options: { maxRetries: 0 } }, 'inconclusive'],
		['cut off by a cancel', replyLost, { cancelAt: 30 }, 'inconclusive'],
		['deleted in spite of a cancel', deleted, { cancelAt: 30 }, 'accepted'],
		['not even sent', deleted, { send: () => Promise.reject(new Error('broken')) }, 'inconclusive'],
	])('%s', async (_name, answer, own, verdict) => {
		const told: Verdict[] = [];
		const throttle = { ...openThrottle, finish: (_permit: Permit, one: Verdict) => void told.push(one) };
		const runs = [own, { joinAt: 600 }].map((run, i) => ({ items: 1 - i, ...run }));
		await laneVirtually({ server: always(answer), throttle, runs });
		expect(told).toEqual([verdict]);
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

describe('runs take turns, item by item', () => {
	it('a webhook does not wait for a list of ten thousand', async () => {
		const { runs, requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 10_000 }, { items: 1, joinAt: 5005 }],
		});
		expect(runs[1]?.endedAt).toBeLessThanOrEqual(5005 + 2 * 50);
		expect(requests).toHaveLength(10_001);
	});
});

describe("'Concurrent Requests' bounds each run, and the largest of them all runs together", () => {
	it('500 webhooks at once are ten requests at once', async () => {
		const result = await laneVirtually({
			server: ({ number }) => ({ answer: deleted, after: 10 + ((number * 37) % 90) }),
			runs: webhooks(500),
		});
		expect(result.mostInFlight).toBe(10);
		expect(tally(allJobs(result))).toEqual({ deleted: 500 });
	});

	it('a run of one at a time does not slow down the others', async () => {
		const { mostInFlight } = await laneVirtually({
			server: always(deleted, 50),
			runs: [1, 7, 3].map((concurrency) => ({ items: 100, options: { concurrency } })),
		});
		expect(mostInFlight).toBe(7);
	});

	it('nor do the others make it send more at a time', async () => {
		const { requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 5, options: { concurrency: 1 } }, { items: 200 }],
		});
		const starts = requests.filter(({ run }) => run === 0).map(({ at }) => at);
		expect(starts.slice(1).every((at, i) => at - starts[i]! >= 50)).toBe(true);
	});
});

describe("the smallest 'Max Requests per Second' holds for all runs together", () => {
	const gaps = ({ requests }: LaneResult) => requests.slice(1).map(({ at }, i) => at - requests[i]!.at);

	it.each([10, 0.5, 400])('%d a second', async (maxRequestsPerSecond) => {
		const result = await laneVirtually({
			server: always(deleted, 20),
			runs: [{ items: 10, options: { maxRequestsPerSecond } }, ...webhooks(10, { maxRequestsPerSecond: 1000 })],
		});
		const gap = 1000 / maxRequestsPerSecond;
		expect(Math.min(...gaps(result))).toBeGreaterThanOrEqual(gap);
		// The clock sleeps whole milliseconds, and the first request goes alone.
		expect(Math.max(...gaps(result).slice(1, 9))).toBeLessThanOrEqual(Math.ceil(gap));
	});

	it('as long as that run goes on', async () => {
		const { requests } = await laneVirtually({
			server: always(deleted, 20),
			runs: [{ items: 3, options: { maxRequestsPerSecond: 2 } }, { items: 100 }],
		});
		const last = requests.filter(({ run }) => run === 0).at(-1)!.at;
		expect(requests.filter(({ at }) => at <= last).length).toBeLessThanOrEqual(8);
		expect(requests.at(-1)!.at).toBeLessThan(last + 1000);
	});

	it('of a last probe as well', async () => {
		const options = { maxRequestsPerSecond: 0.1, maxThrottleWait: 12 };
		const { requests } = await laneVirtually({
			server: always(throttled(), 20),
			throttle: throttle(),
			runs: [{ items: 3, options }],
		});
		expect(requests.map(({ at }) => at)).toEqual([0, 10_000, 20_000]);
	});

	it('and is no wait for the throttle: patience does not end by it', async () => {
		const options = { maxRequestsPerSecond: 0.01, maxThrottleWait: 5 };
		const { runs } = await laneVirtually({
			server: always(deleted),
			throttle: throttle(),
			runs: [{ items: 3, options }],
		});
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 3 });
		expect(runs[0]!.report.throttleWait).toBe(0);
	});
});
