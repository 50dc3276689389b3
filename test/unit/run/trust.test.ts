import { deleted, endsRun, notTheApi, replyLost, throttled, unavailable, unknownHost } from './answers';
import { allJobs, always, gate, laneVirtually, tally, webhooks, words, type Server } from './virtualRun';

describe('the first request of the lane goes alone', () => {
	it('so that 200 webhooks with a wrong key cost one request', async () => {
		const result = await laneVirtually({ server: always(endsRun('498')), runs: webhooks(200) });
		expect(result.requests).toHaveLength(1);
		expect(tally(allJobs(result))).toEqual({ 'notDeleted 498': 1, 'notAttempted RUN_STOPPED': 199 });
		expect(result.runs[7]?.report.end).toMatchObject({ why: 'answer', answer: { code: '498' } });
	});

	it('a request that a cancel cut off is no answer: the next one goes alone too', async () => {
		const { requests } = await laneVirtually({
			server: ({ run, at }) =>
				run === 0 ? { answer: replyLost, after: 1000 - at } : { answer: endsRun('498'), after: 50 },
			runs: [{ items: 1, cancelAt: 1000 }, ...webhooks(200)],
		});
		expect(requests).toHaveLength(2);
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
			server: ({ number }) => (number === 30 ? { answer: endsRun('430'), after: 10 } : { answer: deleted, after: 400 }),
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

describe('a page that is not the API’s, after usable replies', () => {
	it('for one item only: it is tried again, fails alone, and the runs go on', async () => {
		const server: Server = ({ key }) => ({ answer: key === '0/20' ? notTheApi : deleted, after: 20 });
		const { runs } = await laneVirtually({ server, runs: [{ items: 40 }, { items: 40 }] });
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 39, 'notDeleted UNEXPECTED_REPLY': 1 });
		expect(runs[0]!.jobs[20]!.attempts).toBe(4);
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 40 });
	});

	it('in passing: nothing is lost', async () => {
		const server: Server = ({ number }) => ({ answer: number === 50 ? notTheApi : deleted, after: 20 });
		const { runs } = await laneVirtually({ server, runs: [{ items: 100 }] });
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 100 });
	});

	it('before any: every run ends with one request', async () => {
		const result = await laneVirtually({ server: always(notTheApi), runs: webhooks(50) });
		expect(result.requests).toHaveLength(1);
	});

	it('with a wait that it asks for: no more requests than items at risk until it is over', async () => {
		const server: Server = ({ at }) => {
			const isBusy = at >= 500 && at < 6500;
			return { answer: isBusy ? { ...unavailable, retryAfter: 6000 } : deleted, after: 20 };
		};
		const { runs, requests } = await laneVirtually({ server, runs: [{ items: 800 }] });
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 800 });
		expect(requests.filter(({ at }) => at >= 500 && at < 6500).length).toBeLessThanOrEqual(15);
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
