import { deleted, replyLost, throttled } from './answers';
import { allJobs, always, gate, laneVirtually, tally, webhooks, type Server } from './virtualRun';

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

	it('it is no wait for the throttle when a slow API is asked gently at first', async () => {
		const { runs } = await laneVirtually({
			server: always(deleted, 2000),
			gate: gate(),
			runs: [{ items: 30 }],
		});
		expect(runs[0]!.report.throttleWait).toBe(0);
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
		expect(runs[1]).toMatchObject({ endedAt: 15_000, report: { end: { why: 'throttle' } } });
		expect(requests[1]).toMatchObject({ run: 0, at: 90_020 });
	});

	it('a run that gives up before an opening that is known costs the others no request', async () => {
		let used = 0;
		let window = -1;
		const server: Server = ({ at }) => {
			if (Math.floor(at / 10_000) !== window) [window, used] = [Math.floor(at / 10_000), 0];
			return { answer: ++used <= 50 ? deleted : throttled(), after: 20 };
		};
		const alone = await laneVirtually({ server, gate: gate(), runs: [{ items: 300 }] });
		const impatient = Array.from({ length: 30 }, (_, i) => ({
			items: 1,
			joinAt: 32_000 + i * 100,
			options: { maxThrottleWait: 0 },
		}));
		const beside = await laneVirtually({ server, gate: gate(), runs: [{ items: 300 }, ...impatient] });
		const ends = tally(beside.runs.slice(1).flatMap(({ jobs }) => jobs));
		expect(ends['notAttempted RUN_STOPPED']).toBeGreaterThanOrEqual(25);
		// But for those that found a place that was free.
		expect(beside.requests.length - (ends.deleted ?? 0)).toBeLessThanOrEqual(alone.requests.length);
	});

	it('one wrong Retry-After of a day does not slow the lane for a day', async () => {
		const server: Server = ({ number }) => ({
			answer: number === 1 ? throttled(86_400_000) : deleted,
			after: 20,
		});
		const { runs, requests } = await laneVirtually({
			server,
			gate: gate(),
			runs: [{ items: 1 }, { items: 20, joinAt: 60_000 }],
		});
		expect(runs[0]).toMatchObject({ endedAt: 20, report: { end: { askedFor: 86_400_000 } } });
		expect(requests[1]).toMatchObject({ run: 1, at: 300_020 });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 20 });
		expect(runs[1]!.endedAt).toBeLessThan(301_000);
	});

	it('also of a run whose only request was in flight when the patience of others ended', async () => {
		const server: Server = ({ run, attempt }) => ({
			answer: throttled(),
			after: run === 0 && attempt === 1 ? 9000 : 20,
		});
		const { runs } = await laneVirtually({
			server: (request) => (request.number === 1 ? { answer: deleted, after: 20 } : server(request)),
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

	it('a last probe that is lost is the last one', async () => {
		const server: Server = ({ at }) => ({ answer: at < 10_000 ? throttled() : replyLost, after: 20 });
		const { requests, runs } = await laneVirtually({
			server,
			gate: gate(),
			runs: [{ items: 50, options: { maxThrottleWait: 10, maxRetries: 0 } }],
		});
		expect(runs[0]!.report.end).toEqual({ why: 'throttle' });
		expect(requests.filter(({ at }) => at >= 10_000).length).toBeLessThanOrEqual(1);
	});

	it('200 webhooks that wait in vain take one last look together', async () => {
		const { runs, requests } = await laneVirtually({ server: blocked, gate: gate(), runs: webhooks(200) });
		expect(new Set(runs.map(({ endedAt }) => endedAt)).size).toBe(1);
		expect(requests.filter(({ at }) => at > 299_000).length).toBeLessThanOrEqual(2);
	});
});
