import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { deleted, refused, replyLost, throttled, unavailable, unexpected } from './answers';
import { allJobs, always, gate, laneVirtually, runVirtually, tally, webhooks, words, type Server } from './virtualRun';

/** Lets `limit` requests through in each window of `windowMs`. */
const window = (limit: number, windowMs: number): Server => {
	let current = -1;
	let used = 0;
	return ({ at }) => {
		const now = Math.floor(at / windowMs);
		if (now !== current) [current, used] = [now, 0];
		return { answer: ++used <= limit ? deleted : throttled(), after: 20 };
	};
};

const blocked = always(throttled(), 20);

describe('what the throttle refuses is simply sent again', () => {
	it('until it is through, and every request is counted', async () => {
		const { jobs, requests, report } = await runVirtually({ items: 300, server: window(50, 1000), gate: gate() });
		expect(tally(jobs)).toEqual({ deleted: 300 });
		expect(jobs.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(requests.length);
		expect(report.end).toBeUndefined();
		expect(report.throttleWait).toBeGreaterThan(0);
	});

	it("without counting as one of 'Max Retries'", async () => {
		const server: Server = ({ attempt }) => ({ answer: attempt < 8 ? throttled(100) : deleted, after: 20 });
		const { jobs } = await runVirtually({ items: 3, server, gate: gate(), options: { maxRetries: 0 } });
		expect(words(jobs)).toEqual(['deleted', 'deleted', 'deleted']);
		expect(jobs[0]).toMatchObject({ attempts: 8, retries: 0 });
	});

	it('no sooner than it asks for', async () => {
		const server: Server = ({ number }) => ({ answer: number % 2 === 1 ? throttled(7000) : deleted, after: 20 });
		const { requests, report } = await runVirtually({ items: 2, server, gate: gate() });
		expect(requests.map(({ at }) => at)).toEqual([0, 7020, 7040, 14_060]);
		// Until the reply, and for the last one until it is sent.
		expect(report.throttleWait).toBe(7020 + 7000);
	});

	it('nor later than that, if it is within the patience', async () => {
		const server: Server = ({ number }) => ({ answer: number === 1 ? throttled(1_200_000) : deleted, after: 20 });
		const { requests } = await runVirtually({ items: 1, server, gate: gate(), options: { maxThrottleWait: 3600 } });
		expect(requests.map(({ at }) => at)).toEqual([0, 1_200_020]);
	});

	it('it is no wait for the throttle when a slow API is asked gently at first', async () => {
		const { report } = await runVirtually({ items: 30, server: always(deleted, 2000), gate: gate() });
		expect(report.throttleWait).toBe(0);
	});
});

describe("'Max Throttle Wait' bounds the time without one accepted request", () => {
	const run = (maxThrottleWait: number, server: Server = blocked) =>
		runVirtually({ items: 100, server, gate: gate(), options: { maxThrottleWait } });

	it.each([5, 300])('%i s, then one last probe, then the run gives up', async (seconds) => {
		const { endedAt, requests, report, jobs } = await run(seconds);
		const blockedFrom = 20;
		expect(requests.at(-1)?.at).toBe(blockedFrom + seconds * 1000);
		expect(endedAt).toBe(blockedFrom + seconds * 1000 + 20);
		expect(report.end).toEqual({ why: 'throttle' });
		expect(tally(jobs)).toEqual({ 'notDeleted THROTTLED': 1, 'notAttempted RUN_STOPPED': 99 });
	});

	it('the last probe goes on time, even if another request hangs', async () => {
		const server: Server = ({ number }) =>
			number === 2 ? null : { answer: number === 1 ? deleted : throttled(), after: 20 };
		expect((await run(5, server)).requests.some(({ at }) => at === 40 + 5000)).toBe(true);
	});

	it('the last probe can save the run', async () => {
		const { report, jobs } = await run(60, ({ at }) => ({ answer: at < 60_000 ? throttled() : deleted, after: 20 }));
		expect(report.end).toBeUndefined();
		expect(tally(jobs)).toEqual({ deleted: 100 });
	});

	it('one that is lost does not: it is the last one', async () => {
		const server: Server = ({ at }) => ({ answer: at < 10_000 ? throttled() : replyLost, after: 20 });
		const options = { maxThrottleWait: 10, maxRetries: 0 };
		const { requests, report } = await runVirtually({ items: 50, server, gate: gate(), options });
		expect(report.end).toEqual({ why: 'throttle' });
		expect(requests.filter(({ at }) => at >= 10_000).length).toBeLessThanOrEqual(1);
	});

	it('0 gives up at the first refusal', async () => {
		const { requests, report } = await run(0);
		expect(requests).toHaveLength(1);
		expect(report.end).toEqual({ why: 'throttle' });
	});

	it('a wait beyond it is not waited for, and is told', async () => {
		const { requests, report, endedAt } = await run(60, always(throttled(61_000), 20));
		expect(requests).toHaveLength(1);
		expect(endedAt).toBe(20);
		expect(report.end).toEqual({ why: 'throttle', askedFor: 61_000 });
	});

	it.each<[string, Answer, object | undefined]>([
		["a refusal of the API's own", refused('102'), undefined],
		['not a 5xx page', unavailable, { why: 'throttle' }],
		['not a page that anybody may have sent', unexpected, { why: 'throttle' }],
	])('as accepted counts %s', async (_name, between, end) => {
		const server: Server = ({ number }) => ({ answer: number % 3 === 0 ? between : throttled(), after: 20 });
		const options = { maxThrottleWait: 3, maxRetries: 10 };
		const { report } = await runVirtually({ items: 4, server, gate: gate(), options });
		expect(report.end).toEqual(end);
	});
});

describe('patience counts from the last request that the throttle let through, of any run', () => {
	it('a burst that takes longer than it loses nothing', async () => {
		const runs = webhooks(300, { maxThrottleWait: 10 });
		const result = await laneVirtually({ server: window(10, 1000), gate: gate(), runs });
		expect(tally(allJobs(result))).toEqual({ deleted: 300 });
	});

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
		// The last probe is its own.
		expect(words(hasty!.jobs)).toContain('notDeleted THROTTLED');
		expect(hasty!.endedAt).toBeGreaterThanOrEqual(50_000 + maxThrottleWait * 1000);
		expect(hasty!.endedAt).toBeLessThan(50_000 + maxThrottleWait * 1000 + 1000);
		expect(patient!.endedAt).toBeGreaterThan(200_000);
	});

	it("a newcomer does not wait for another run's long Retry-After, nor give up at once by it", async () => {
		const { runs, requests } = await laneVirtually({
			server: ({ at }) => ({ answer: throttled(90_000 - at), after: 20 }),
			gate: gate(),
			runs: [{ items: 1 }, { items: 1, joinAt: 5000, options: { maxThrottleWait: 10 } }],
		});
		expect(runs[1]).toMatchObject({ endedAt: 15_000, report: { end: { why: 'throttle' } } });
		expect(requests[1]).toMatchObject({ run: 0, at: 90_020 });
	});

	it('nor does one whose patience is shorter than the wait that another was asked for', async () => {
		const { runs } = await laneVirtually({
			server: always(throttled(5000), 20),
			gate: gate(),
			runs: [{ items: 1 }, { items: 1, options: { maxThrottleWait: 1 } }],
		});
		expect(runs[1]).toMatchObject({ endedAt: 20, report: { end: { why: 'throttle', askedFor: 5000 } } });
	});

	it('a run that gives up before an opening that is known costs the others no request', async () => {
		const alone = await laneVirtually({ server: window(50, 10_000), gate: gate(), runs: [{ items: 300 }] });
		const impatient = Array.from({ length: 30 }, (_, i) => ({
			items: 1,
			joinAt: 32_000 + i * 100,
			options: { maxThrottleWait: 0 },
		}));
		const runs = [{ items: 300 }, ...impatient];
		const beside = await laneVirtually({ server: window(50, 10_000), gate: gate(), runs });
		const ends = tally(beside.runs.slice(1).flatMap(({ jobs }) => jobs));
		expect(ends['notAttempted RUN_STOPPED']).toBeGreaterThanOrEqual(25);
		// But for those that found a place that was free.
		expect(beside.requests.length - (ends.deleted ?? 0)).toBeLessThanOrEqual(alone.requests.length);
	});

	it('one wrong Retry-After of a day does not slow the lane for a day', async () => {
		const { runs, requests } = await laneVirtually({
			server: ({ number }) => ({ answer: number === 1 ? throttled(86_400_000) : deleted, after: 20 }),
			gate: gate(),
			runs: [{ items: 1 }, { items: 20, joinAt: 60_000 }],
		});
		expect(runs[0]).toMatchObject({ endedAt: 20, report: { end: { askedFor: 86_400_000 } } });
		expect(requests[1]).toMatchObject({ run: 1, at: 300_020 });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 20 });
		expect(runs[1]!.endedAt).toBeLessThan(301_000);
	});

	it('also of a run whose only request was in flight when the patience of others ended', async () => {
		const server: Server = ({ run, attempt, number }) => {
			if (number === 1) return { answer: deleted, after: 20 };
			return { answer: throttled(), after: run === 0 && attempt === 1 ? 9000 : 20 };
		};
		const { runs } = await laneVirtually({
			server,
			gate: gate(),
			runs: [
				{ items: 2, options: { maxThrottleWait: 3, requestTimeout: 20 } },
				{ items: 5, options: { maxThrottleWait: 2 } },
				{ items: 5, options: { maxThrottleWait: 1 } },
			],
		});
		expect(runs.map(({ report }) => report.end)).toEqual(Array(3).fill({ why: 'throttle' }));
		expect(Math.max(...runs.map(({ endedAt }) => endedAt))).toBeLessThan(15_000);
	});

	it('200 webhooks that wait in vain take one last look together', async () => {
		const { runs, requests } = await laneVirtually({ server: blocked, gate: gate(), runs: webhooks(200) });
		expect(new Set(runs.map(({ endedAt }) => endedAt)).size).toBe(1);
		expect(requests.filter(({ at }) => at > 299_000).length).toBeLessThanOrEqual(2);
	});
});
