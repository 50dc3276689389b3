import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { connectionRefused, deleted, refused, replyLost, throttled, unavailable, unexpected } from './answers';
import {
	allJobs,
	always,
	laneVirtually,
	runVirtually,
	tally,
	throttle,
	webhooks,
	words,
	type Server,
} from './virtualRun';

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
		const { jobs, requests, report } = await runVirtually({
			items: 300,
			server: window(50, 1000),
			throttle: throttle(),
		});
		expect(tally(jobs)).toEqual({ deleted: 300 });
		expect(jobs.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(requests.length);
		expect(report.end).toBeUndefined();
		expect(report.throttleWait).toBeGreaterThan(0);
	});

	it("without counting as one of 'Max Retries'", async () => {
		const server: Server = ({ attempt }) => ({ answer: attempt < 8 ? throttled(100) : deleted, after: 20 });
		const { jobs } = await runVirtually({ items: 3, server, throttle: throttle(), options: { maxRetries: 0 } });
		expect(words(jobs)).toEqual(['deleted', 'deleted', 'deleted']);
		expect(jobs[0]).toMatchObject({ attempts: 8, retries: 0 });
	});

	it('no sooner than it asks for', async () => {
		const server: Server = ({ number }) => ({ answer: number % 2 === 1 ? throttled(7000) : deleted, after: 20 });
		const { requests, report } = await runVirtually({ items: 2, server, throttle: throttle() });
		expect(requests.map(({ at }) => at)).toEqual([0, 7020, 7040, 14_060]);
		// Until the reply, and for the last one until it is sent.
		expect(report.throttleWait).toBe(7020 + 7000);
	});

	it('nor later than that, if it is within the patience', async () => {
		const server: Server = ({ number }) => ({ answer: number === 1 ? throttled(1_200_000) : deleted, after: 20 });
		const { requests } = await runVirtually({
			items: 1,
			server,
			throttle: throttle(),
			options: { maxThrottleWait: 3600 },
		});
		expect(requests.map(({ at }) => at)).toEqual([0, 1_200_020]);
	});

	it('it is no wait for the throttle when a slow API is asked gently at first', async () => {
		const { report } = await runVirtually({ items: 30, server: always(deleted, 2000), throttle: throttle() });
		expect(report.throttleWait).toBe(0);
	});
});

describe("'Max Throttle Wait' bounds the time without one accepted request", () => {
	const run = (maxThrottleWait: number, server: Server = blocked) =>
		runVirtually({ items: 100, server, throttle: throttle(), options: { maxThrottleWait } });

	/** To half a second, with the time for the last probe. */
	const isKept = (endedAt: number, from: number, seconds: number) => {
		expect(endedAt).toBeGreaterThanOrEqual(from + seconds * 1000);
		expect(endedAt).toBeLessThanOrEqual(from + seconds * 1000 + 520);
	};

	it.each([5, 300])('%i s, then one last probe, then the run gives up', async (seconds) => {
		const { endedAt, requests, report, jobs } = await run(seconds);
		expect(requests.at(-1)!.at).toBeGreaterThanOrEqual(20 + seconds * 1000);
		isKept(endedAt, 20, seconds);
		expect(report.end).toEqual({ why: 'throttle' });
		expect(tally(jobs)).toEqual({ 'notDeleted THROTTLED': 1, 'notAttempted RUN_STOPPED': 99 });
	});

	it('the last probe goes on time, even if another request hangs', async () => {
		const server: Server = ({ number }) =>
			number === 2 ? null : { answer: number === 1 ? deleted : throttled(), after: 20 };
		const { requests } = await run(5, server);
		expect(requests.some(({ at }) => at >= 40 + 5000 && at <= 40 + 5500)).toBe(true);
	});

	it('the last probe can save the run', async () => {
		const { report, jobs } = await run(60, ({ at }) => ({ answer: at < 60_000 ? throttled() : deleted, after: 20 }));
		expect(report.end).toBeUndefined();
		expect(tally(jobs)).toEqual({ deleted: 100 });
	});

	it('one that is lost decides nothing: the next refusal does', async () => {
		const server: Server = ({ at }) => ({ answer: at >= 10_000 && at < 10_600 ? replyLost : throttled(), after: 20 });
		const { endedAt, report } = await run(10, server);
		expect(report.end).toEqual({ why: 'throttle' });
		expect(endedAt).toBeLessThan(16_000);
	});

	it('an old refusal does not make of a lost reply one of the throttle', async () => {
		const { runs } = await laneVirtually({
			server: ({ run: one, attempt }) => {
				if (one === 0) return { answer: throttled(), after: 20 };
				return { answer: attempt === 1 ? connectionRefused : deleted, after: 20 };
			},
			throttle: throttle(),
			runs: [
				{ items: 1, options: { maxThrottleWait: 0 } },
				{ items: 20, joinAt: 300_000, options: { maxThrottleWait: 0 } },
			],
		});
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 20 });
	});

	it('a run that its own log has ended sends nothing more, and is kept no longer', async () => {
		const { runs, requests } = await laneVirtually({
			server: blocked,
			throttle: throttle(),
			runs: [
				{ items: 3, options: { maxThrottleWait: 100 } },
				{
					items: 50,
					options: { maxThrottleWait: 3 },
					onProgress: (now) => {
						if (now >= 3000) throw new Error('broken');
					},
				},
			],
		});
		expect(runs[1]!.thrown).toEqual(new Error('broken'));
		expect(requests.filter(({ run: one, at }) => one === 1 && at > runs[1]!.endedAt)).toEqual([]);
	});

	it('0 gives up at the first refusal', async () => {
		const { requests, report } = await run(0);
		expect(requests).toHaveLength(1);
		expect(report.end).toEqual({ why: 'throttle' });
	});

	it('every window no longer than it is met, however late it opens', async () => {
		for (const opensAt of [297, 298, 299, 299.9, 300]) {
			const { report } = await run(300, ({ at }) => ({
				answer: at < opensAt * 1000 ? throttled() : deleted,
				after: 20,
			}));
			expect(report.end).toBeUndefined();
		}
	});

	it.each<[string, Answer, object | undefined]>([
		["a refusal of the API's own", refused('102'), undefined],
		['not a 5xx page', unavailable, { why: 'throttle' }],
		['not a page that anybody may have sent', unexpected, { why: 'throttle' }],
	])('as accepted counts %s', async (_name, between, end) => {
		const server: Server = ({ number }) => ({ answer: number % 3 === 0 ? between : throttled(), after: 20 });
		const options = { maxThrottleWait: 3, maxRetries: 10 };
		const { report } = await runVirtually({ items: 4, server, throttle: throttle(), options });
		expect(report.end).toEqual(end);
	});
});

describe('patience counts from the last request that the throttle let through, of any run', () => {
	it('a burst that takes longer than it loses nothing', async () => {
		const runs = webhooks(300, { maxThrottleWait: 10 });
		const result = await laneVirtually({ server: window(10, 1000), throttle: throttle(), runs });
		expect(tally(allJobs(result))).toEqual({ deleted: 300 });
	});

	it.each([0, 3, 60])('%i s, and not before the run itself began to wait', async (maxThrottleWait) => {
		const { runs } = await laneVirtually({
			server: blocked,
			throttle: throttle(),
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

	it('webhooks without any patience wait for no refusal beside a list that keeps to the throttle', async () => {
		const impatient = Array.from({ length: 30 }, (_, i) => ({
			items: 1,
			joinAt: 32_000 + i * 100,
			options: { maxThrottleWait: 0 },
		}));
		const runs = [{ items: 300 }, ...impatient];
		const beside = await laneVirtually({ server: window(50, 10_000), throttle: throttle(), runs });
		expect(tally(allJobs(beside))).toEqual({ deleted: 330 });
	});

	it('also of a run whose only request was in flight when the patience of others ended', async () => {
		const server: Server = ({ run, attempt, number }) => {
			if (number === 1) return { answer: deleted, after: 20 };
			return { answer: throttled(), after: run === 0 && attempt === 1 ? 9000 : 20 };
		};
		const { runs } = await laneVirtually({
			server,
			throttle: throttle(),
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
		const { runs, requests } = await laneVirtually({ server: blocked, throttle: throttle(), runs: webhooks(200) });
		expect(new Set(runs.map(({ endedAt }) => endedAt)).size).toBe(1);
		expect(requests.filter(({ at }) => at > 299_000).length).toBeLessThanOrEqual(2);
	});
});

describe('a wait that the API names is kept, to the letter', () => {
	it("and by who joins meanwhile, if it is within that run's patience", async () => {
		const { requests } = await laneVirtually({
			server: ({ number }) => ({ answer: number === 1 ? throttled(90_000) : deleted, after: 20 }),
			throttle: throttle(),
			runs: [{ items: 1 }, { items: 1, joinAt: 5000 }],
		});
		expect(requests[1]!.at).toBe(90_020);
	});

	it('who joins and has not the patience asks once, alone, and gives up', async () => {
		const { runs, requests } = await laneVirtually({
			server: ({ at }) => ({ answer: throttled(90_000 - at), after: 20 }),
			throttle: throttle(),
			runs: [{ items: 1 }, { items: 3, joinAt: 5000, options: { maxThrottleWait: 10 } }],
		});
		expect(requests.slice(0, 3)).toMatchObject([{ run: 0 }, { run: 1, at: 5000 }, { run: 0, at: 90_020 }]);
		expect(runs[1]).toMatchObject({ endedAt: 5020, report: { end: { why: 'throttle', askedFor: 85_000 } } });
	});

	it('alone, however many join', async () => {
		const joining = Array.from({ length: 30 }, (_, i) => ({
			items: 1,
			joinAt: 5000 + i * 20,
			options: { maxThrottleWait: 10 },
		}));
		const { mostInFlight } = await laneVirtually({
			server: ({ at, number }) => ({
				answer: number === 1 ? deleted : throttled(Math.max(0, 90_000 - at)),
				after: 500,
			}),
			throttle: throttle(),
			runs: [{ items: 2 }, ...joining],
		});
		expect(mostInFlight).toBe(1);
	});

	it('unless it is let through', async () => {
		const { runs } = await laneVirtually({
			server: ({ number }) => ({ answer: number === 1 ? throttled(90_000) : deleted, after: 20 }),
			throttle: throttle(),
			runs: [{ items: 5 }, { items: 5, joinAt: 5000, options: { maxThrottleWait: 10 } }],
		});
		expect(tally(runs.flatMap(({ jobs }) => jobs))).toEqual({ deleted: 10 });
		expect(runs[0]!.endedAt).toBeLessThan(10_000);
	});

	it('a run whose patience ends before it does gives up without another request', async () => {
		const { runs, requests } = await laneVirtually({
			server: always(throttled(5000), 20),
			throttle: throttle(),
			runs: [{ items: 1 }, { items: 1, options: { maxThrottleWait: 1 } }],
		});
		expect(runs[1]!.report.end).toEqual({ why: 'throttle' });
		expect(runs[1]!.endedAt).toBeLessThanOrEqual(1520);
		expect(requests[1]!.at).toBe(5020);
	});
});

describe('a wait beyond every patience takes two witnesses', () => {
	const HOUR = 3_600_000;
	const unavailableFor = (retryAfter: number): Answer => ({ ...unavailable, retryAfter }) as Answer;

	it.each<[string, Answer, Record<string, number>]>([
		['429', throttled(HOUR), { 'notDeleted THROTTLED': 1, 'notAttempted RUN_STOPPED': 99 }],
		['503', unavailableFor(HOUR), { 'unknown UNEXPECTED_REPLY': 1, 'notAttempted RUN_STOPPED': 99 }],
	])('%s: once more is asked, alone, after the usual pause; then it is told', async (_name, answer, ends) => {
		const { requests, report, jobs } = await runVirtually({
			items: 100,
			server: always(answer, 20),
			throttle: throttle(),
		});
		expect(requests).toHaveLength(2);
		expect(requests[1]!.at).toBeLessThan(1000);
		expect(report.end).toEqual({ why: 'throttle', askedFor: HOUR });
		expect(tally(jobs)).toEqual(ends);
	});

	it.each([throttled(301_000), unavailableFor(301_000)])(
		'one alone costs next to nothing, nor do those that were in flight with it: %j',
		async (answer) => {
			const server: Server = ({ number }) => ({ answer: number > 58 && number < 64 ? answer : deleted, after: 20 });
			const { endedAt, jobs } = await runVirtually({ items: 200, server, throttle: throttle() });
			expect(tally(jobs)).toEqual({ deleted: 200 });
			expect(endedAt).toBeLessThan(5000);
		},
	);

	it('another reply between the two contradicts the first', async () => {
		const answers = [throttled(HOUR), throttled(), throttled(HOUR), deleted];
		const server: Server = ({ number }) => ({ answer: answers[number - 1] ?? deleted, after: 20 });
		const { jobs } = await runVirtually({ items: 3, server, throttle: throttle() });
		expect(tally(jobs)).toEqual({ deleted: 3 });
	});

	it('one request at a time goes until it is contradicted', async () => {
		const server: Server = ({ number }) => ({
			answer: number === 30 ? unavailableFor(HOUR) : deleted,
			after: number === 30 ? 20 : 200,
		});
		const { requests } = await runVirtually({ items: 100, server });
		const named = requests[29]!.at + 20;
		const after = requests.filter(({ at }) => at >= named);
		expect(after[1]!.at - after[0]!.at).toBeGreaterThanOrEqual(200);
	});

	it('of no patience at all the first refusal is enough, and the wait is named', async () => {
		const options = { maxThrottleWait: 0 };
		const { requests, report } = await runVirtually({ items: 9, server: always(throttled(7000), 20), options });
		expect(requests).toHaveLength(1);
		expect(report.end).toEqual({ why: 'throttle', askedFor: 7000 });
	});
});
