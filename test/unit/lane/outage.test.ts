import {
	connectionRefused,
	deleted,
	refused,
	replyLost,
	serverFault,
	throttled,
	unavailable,
	unexpected,
} from './answers';
import { allJobs, always, laneVirtually, runVirtually, tally, throttle, webhooks, type Server } from './virtualRun';

/** Four attempts of 30 s each and the pauses between them, after a first request that goes alone. */
const LONGEST = 154_000;

describe('a total outage of 10,000 items with default options ends as soon as five items have had all their attempts', () => {
	it.each<[string, Server]>([
		['requests that hang', () => null],
		['refused connections', always(connectionRefused, 1)],
		['5xx pages', always(unavailable, 50)],
		['web pages instead of replies', always(unexpected, 50)],
		['hanging after a good start', ({ number }) => (number <= 500 ? { answer: deleted, after: 50 } : null)],
		['refused after a good start', ({ number }) => ({ answer: number <= 500 ? deleted : connectionRefused, after: 5 })],
	])('%s', async (_name, server) => {
		const { endedAt, report, jobs } = await runVirtually({ items: 10_000, server });
		expect(report.end).toMatchObject({ why: 'outage', last: { code: expect.any(String) } });
		expect(endedAt).toBeLessThanOrEqual(LONGEST);
		expect(jobs.every(({ outcome }) => outcome !== undefined)).toBe(true);
		const touched = jobs.filter(({ attempts, outcome }) => attempts > 0 && outcome?.status === 'failed');
		expect(touched.length).toBeLessThanOrEqual(15);
	});

	it('and touches no more items of 500 webhooks and a list', async () => {
		const server: Server = ({ number }) => ({ answer: number < 300 ? deleted : unavailable, after: 50 });
		const result = await laneVirtually({ server, runs: [...webhooks(500), { items: 2000 }] });
		const counts = tally(allJobs(result));
		const touched = 2500 - counts.deleted! - counts['notAttempted RUN_STOPPED']!;
		expect(touched).toBeGreaterThanOrEqual(5);
		expect(touched).toBeLessThanOrEqual(15);
		expect(result.runs.at(-1)!.report.end).toMatchObject({ why: 'outage', last: { code: expect.any(String) } });
	});

	it('items never sent are notAttempted, items sent are not', async () => {
		const { jobs, requests } = await runVirtually({ items: 10_000, server: () => null });
		const sent = new Set(requests.map(({ key }) => key)).size;
		expect(tally(jobs)).toEqual({ 'unknown TIMED_OUT': sent, 'notAttempted RUN_STOPPED': 10_000 - sent });
	});

	it('what was in flight then makes no second one, of runs that begin later', async () => {
		const { runs } = await laneVirtually({
			server: ({ run, number }) => {
				if (run === 1) return { answer: deleted, after: 400 };
				return { answer: number < 12 ? deleted : unexpected, after: number < 12 ? 20 : 20 + (number % 10) * 100 };
			},
			runs: [{ items: 500 }, { items: 20, joinAt: 600 }],
		});
		expect(runs[0]!.report.end).toMatchObject({ why: 'outage' });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 20 });
	});

	it('a run that begins after it has its own chance', async () => {
		const server: Server = ({ at }) => ({ answer: at < 10_000 ? unavailable : deleted, after: 50 });
		const { runs } = await laneVirtually({ server, runs: [{ items: 50 }, { items: 50, joinAt: 20_000 }] });
		expect(runs[0]?.report.end).toMatchObject({ why: 'outage', last: { code: expect.any(String) } });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 50 });
	});
});

describe('five items settled in a row without a usable reply are an outage', () => {
	const failing =
		(count: number, answer: typeof deleted): Server =>
		({ number }) => ({ answer: number > 10 && number <= 10 + count ? answer : deleted, after: 50 });
	const run = (server: Server) => runVirtually({ items: 100, server, options: { maxRetries: 0, concurrency: 1 } });

	it.each([
		['replies that make no sense', unexpected],
		['5xx pages', unavailable],
		['lost replies', replyLost],
		['refused connections', connectionRefused],
		['code 500', serverFault],
	])('%s', async (_name, answer) => {
		const five = await run(failing(5, answer));
		expect(five.report.end).toMatchObject({ why: 'outage', last: { code: expect.any(String) } });
		expect(five.requests).toHaveLength(15);
		expect((await run(failing(4, answer))).report.end).toBeUndefined();
	});

	it("a code of the API's is a usable reply, and begins the count anew", async () => {
		const { report } = await run(({ number }) => ({
			answer: number % 5 === 0 ? refused('102') : unavailable,
			after: 50,
		}));
		expect(report.end).toBeUndefined();
	});
});

describe('in doubt little is risked, but a run that goes on is not given up', () => {
	it('at most five are on their way until a usable reply comes, and then all bounds are open again', async () => {
		const server: Server = ({ at, attempt }) =>
			at < 3000 ? { answer: unavailable, after: 700 } : { answer: deleted, after: attempt };
		const { requests } = await laneVirtually({ server, runs: webhooks(100, { maxRetries: 10 }) });
		expect(new Set(requests.filter(({ at }) => at < 3000).map(({ key }) => key)).size).toBe(5);
		expect(requests.filter(({ at }) => at >= 3000 && at < 6000).length).toBeGreaterThan(95);
	});

	it('a server that is away for two seconds loses nothing', async () => {
		const server: Server = ({ at }) => ({ answer: at > 2000 && at < 4000 ? connectionRefused : deleted, after: 20 });
		const { jobs } = await runVirtually({ items: 3000, server });
		expect(tally(jobs)).toEqual({ deleted: 3000 });
	});

	it('a long wait for the throttle is no silence', async () => {
		const server: Server = ({ number }) => {
			if (number === 1) return { answer: throttled(90_000), after: 20 };
			return { answer: number < 4 ? replyLost : deleted, after: 20 };
		};
		const { runs } = await laneVirtually({ server, throttle: throttle(), runs: [{ items: 20 }] });
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 20 });
	});
});
