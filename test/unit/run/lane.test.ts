import { makeThrottleGate } from '../../../nodes/WebexCampaign/throttle/gate';
import { deleted, endsRun, refused, replyLost, throttled, unavailable, unknownHost } from './answers';
import {
	always,
	laneVirtually,
	tally,
	words,
	type LaneResult,
	type RunInLane,
	type Server,
} from './virtualRun';

const gate = () => makeThrottleGate(() => 0.5);

/** So many runs of one item that begin together, as a burst of webhooks does. */
const webhooks = (count: number, options: RunInLane['options'] = {}): RunInLane[] =>
	Array.from({ length: count }, () => ({ items: 1, options }));

const allJobs = ({ runs }: LaneResult) => runs.flatMap(({ jobs }) => jobs);

/** Answers after a while that differs from request to request, the same each time. */
const uneven =
	(answer: typeof deleted): Server =>
	({ number }) => ({ answer, after: 10 + ((number * 37) % 90) });

describe('runs take turns, item by item', () => {
	it('a webhook does not wait for a list of ten thousand', async () => {
		const { runs, requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 10_000 }, { items: 1, joinAt: 5005 }],
		});
		expect(runs[1]?.endedAt).toBeLessThanOrEqual(5005 + 2 * 50);
		expect(requests).toHaveLength(10_001);
	});

	it('lists get the same share each', async () => {
		const { requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 300 }, { items: 300 }, { items: 300 }],
		});
		const [first = [], ...others] = [0, 1, 2].map((run) =>
			requests.slice(1, 301).filter((one) => one.run === run),
		);
		for (const other of others) expect(Math.abs(other.length - first.length)).toBeLessThanOrEqual(1);
	});
});

describe("'Concurrent Requests' bounds each run, and the largest of them all runs together", () => {
	it('500 webhooks at once are ten requests at once', async () => {
		const result = await laneVirtually({ server: uneven(deleted), runs: webhooks(500) });
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
			runs: [
				{ items: 10, options: { maxRequestsPerSecond } },
				...webhooks(10, { maxRequestsPerSecond: 1000 }),
			],
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

	it('and is no wait for the throttle: patience does not end by it', async () => {
		const options = { maxRequestsPerSecond: 0.01, maxThrottleWait: 5 };
		const { runs } = await laneVirtually({
			server: always(deleted),
			gate: gate(),
			runs: [{ items: 3, options }],
		});
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 3 });
		expect(runs[0]!.report.throttleWait).toBe(0);
	});
});

describe('the first request of the lane goes alone', () => {
	it('so that 200 webhooks with a wrong key cost one request', async () => {
		const result = await laneVirtually({ server: always(endsRun('498')), runs: webhooks(200) });
		expect(result.requests).toHaveLength(1);
		expect(tally(allJobs(result))).toEqual({ 'notDeleted 498': 1, 'notAttempted RUN_STOPPED': 199 });
		expect(result.runs[7]?.report.end).toMatchObject({ why: 'rejected', code: '498' });
	});

	it('a run that begins after that answer asks again, alone again', async () => {
		const { requests, runs } = await laneVirtually({
			server: ({ at }) => ({ answer: at < 1000 ? endsRun('498') : deleted, after: 100 }),
			runs: [{ items: 5 }, { items: 5, joinAt: 101 }, { items: 5, joinAt: 1000 }],
		});
		expect(requests.map(({ at }) => at).slice(0, 3)).toEqual([0, 101, 1000]);
		expect(requests.filter(({ at }) => at === 1100)).toHaveLength(4);
		expect(runs.map(({ jobs }) => words(jobs)[0])).toEqual(['notDeleted 498', 'notDeleted 498', 'deleted']);
	});

	it('a key rejected in the middle ends who waits; what is in flight is awaited', async () => {
		const result = await laneVirtually({
			server: ({ number }) =>
				number === 30 ? { answer: endsRun('430'), after: 10 } : { answer: deleted, after: 400 },
			runs: [{ items: 100 }, { items: 100 }],
		});
		expect(tally(allJobs(result))).toEqual({
			deleted: result.requests.length - 1,
			'notDeleted 430': 1,
			'notAttempted RUN_STOPPED': 200 - result.requests.length,
		});
		expect(result.requests.length).toBeLessThan(45);
	});
});

describe('an unknown host', () => {
	it('ends every run at once if the lane was never answered', async () => {
		const result = await laneVirtually({ server: always(unknownHost), runs: webhooks(20) });
		expect(result.requests).toHaveLength(1);
		expect(tally(allJobs(result))).toEqual({
			'notDeleted CONNECTION_FAILED': 1,
			'notAttempted RUN_STOPPED': 19,
		});
	});

	it('is worth a retry after an answer', async () => {
		const server: Server = ({ number }) => ({ answer: number === 50 ? unknownHost : deleted, after: 20 });
		const result = await laneVirtually({ server, runs: [{ items: 100 }] });
		expect(tally(allJobs(result))).toEqual({ deleted: 100 });
	});

	it('that stays unknown is notDeleted', async () => {
		const server: Server = ({ key }) => ({ answer: key === '50' ? unknownHost : deleted, after: 20 });
		const result = await laneVirtually({ server, runs: [{ items: 100 }] });
		expect(tally(allJobs(result))).toEqual({ deleted: 99, 'notDeleted CONNECTION_FAILED': 1 });
	});
});

describe('in doubt little is risked', () => {
	it.each<[string, Server]>([
		['from the first request on', always(unavailable, 50)],
		['in the middle', ({ number }) => ({ answer: number < 300 ? deleted : unavailable, after: 50 })],
		['with requests that hang', ({ number }) => (number < 300 ? { answer: deleted, after: 50 } : null)],
		['hanging from the first on', () => null],
	])('an outage touches at most 15 items of 500 webhooks and a list: %s', async (_name, server) => {
		const result = await laneVirtually({ server, runs: [...webhooks(500), { items: 2000 }] });
		const counts = tally(allJobs(result));
		const touched = 2500 - (counts.deleted ?? 0) - counts['notAttempted RUN_STOPPED']!;
		expect(touched).toBeGreaterThanOrEqual(5);
		expect(touched).toBeLessThanOrEqual(15);
		expect(result.runs.at(-1)!.report.end).toEqual({ why: 'outage' });
	});

	it('at most five are on their way until a usable reply comes, and then all bounds are open again', async () => {
		const server: Server = ({ at, attempt }) =>
			at < 3000 ? { answer: unavailable, after: 700 } : { answer: deleted, after: attempt };
		const { requests } = await laneVirtually({ server, runs: webhooks(100, { maxRetries: 10 }) });
		expect(new Set(requests.filter(({ at }) => at < 3000).map(({ key }) => key)).size).toBe(5);
		expect(requests.filter(({ at }) => at >= 3000 && at < 6000).length).toBeGreaterThan(95);
	});

	it('an API that fails three times in ten is no outage', async () => {
		const server: Server = ({ number }) => ({
			answer: (number * 7919) % 10 < 3 ? replyLost : deleted,
			after: 30,
		});
		const result = await laneVirtually({ server, runs: [...webhooks(300), { items: 1000 }] });
		expect(result.runs.every(({ report }) => report.end === undefined)).toBe(true);
	});

	it('a run that begins after an outage has its own chance', async () => {
		const server: Server = ({ at }) => ({ answer: at < 10_000 ? unavailable : deleted, after: 50 });
		const { runs } = await laneVirtually({ server, runs: [{ items: 50 }, { items: 50, joinAt: 20_000 }] });
		expect(runs[0]?.report.end).toEqual({ why: 'outage' });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 50 });
	});

	it('a long wait for the throttle is no silence', async () => {
		const server: Server = ({ number }) => {
			if (number === 1) return { answer: throttled(90_000), after: 20 };
			return { answer: number < 4 ? replyLost : deleted, after: 20 };
		};
		const { runs } = await laneVirtually({ server, gate: gate(), runs: [{ items: 20 }] });
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 20 });
	});
});

describe('patience counts from the last request that the throttle let through, of any run', () => {
	it('a burst that takes longer than it loses nothing', async () => {
		let used = 0;
		let window = -1;
		const server: Server = ({ at }) => {
			if (Math.floor(at / 1000) !== window) [window, used] = [Math.floor(at / 1000), 0];
			return { answer: ++used <= 10 ? deleted : throttled(), after: 20 };
		};
		const result = await laneVirtually({
			server,
			gate: gate(),
			runs: webhooks(300, { maxThrottleWait: 10 }),
		});
		expect(tally(allJobs(result))).toEqual({ deleted: 300 });
	});

	const blocked = always(throttled(), 20);

	it.each([0, 3, 60])('%i s, and not before the run itself began to wait', async (maxThrottleWait) => {
		const { runs } = await laneVirtually({
			server: blocked,
			gate: gate(),
			runs: [
				{ items: 10, options: { maxThrottleWait: 200 } },
				{ items: 10, joinAt: 50_000, options: { maxThrottleWait } },
			],
		});
		const [patient, hasty] = runs;
		expect(hasty!.report.end).toEqual({ why: 'throttle' });
		expect(hasty!.endedAt).toBeGreaterThanOrEqual(50_000 + maxThrottleWait * 1000);
		expect(hasty!.endedAt).toBeLessThan(50_000 + maxThrottleWait * 1000 + 1000);
		expect(patient!.endedAt).toBeGreaterThan(200_000);
	});

	it("a newcomer does not wait for another run's long Retry-After, nor give up at once by it", async () => {
		const server: Server = ({ at }) => ({ answer: throttled(90_000 - at), after: 20 });
		const { runs, requests } = await laneVirtually({
			server,
			gate: gate(),
			runs: [{ items: 1 }, { items: 1, joinAt: 5000, options: { maxThrottleWait: 10 } }],
		});
		expect(runs[1]).toMatchObject({
			endedAt: 15_020,
			report: { end: { why: 'throttle', askedFor: 75_000 } },
		});
		expect(requests[1]).toMatchObject({ run: 1, at: 15_000 });
	});

	it('200 webhooks that wait in vain take one last look together', async () => {
		const { runs, requests } = await laneVirtually({ server: blocked, gate: gate(), runs: webhooks(200) });
		expect(new Set(runs.map(({ endedAt }) => endedAt)).size).toBe(1);
		expect(requests.filter(({ at }) => at > 299_000).length).toBeLessThanOrEqual(2);
	});
});

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
