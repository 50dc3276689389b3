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
import { always, runVirtually, tally, type Server } from './virtualRun';

/** Four attempts of 30 s each and the pauses between them, after a first request that goes alone. */
const LONGEST = 154_000;

describe('a total outage of 10,000 items with default options ends as soon as five items have had all their attempts', () => {
	it.each<[string, Server]>([
		['requests that hang', () => null],
		['refused connections', always(connectionRefused, 1)],
		['lost replies', always(replyLost, 50)],
		['server faults', always(serverFault, 50)],
		['5xx pages', always(unavailable, 50)],
		['slow 5xx pages', always(unavailable, 29_000)],
		['web pages instead of replies', always(unexpected, 50)],
		['hanging after a good start', ({ number }) => (number <= 500 ? { answer: deleted, after: 50 } : null)],
		['refused after a good start', ({ number }) => ({ answer: number <= 500 ? deleted : connectionRefused, after: 5 })],
	])('%s', async (_name, server) => {
		const { endedAt, report, jobs } = await runVirtually({ items: 10_000, server });
		expect(report.end).toEqual({ why: 'outage' });
		expect(endedAt).toBeLessThanOrEqual(LONGEST);
		expect(jobs.every(({ outcome }) => outcome !== undefined)).toBe(true);
		const touched = jobs.filter(({ attempts, outcome }) => attempts > 0 && outcome?.status === 'failed');
		expect(touched.length).toBeLessThanOrEqual(15);
	});

	it('items never sent are notAttempted, items sent are not', async () => {
		const { jobs, requests } = await runVirtually({ items: 10_000, server: () => null });
		const sent = new Set(requests.map(({ key }) => key)).size;
		expect(tally(jobs)).toEqual({ 'unknown TIMED_OUT': sent, 'notAttempted RUN_STOPPED': 10_000 - sent });
	});
});

describe('five items settled in a row without a usable reply are an outage', () => {
	const failing =
		(count: number, answer: typeof deleted): Server =>
		({ number }) => ({
			answer: number > 10 && number <= 10 + count ? answer : deleted,
			after: 50,
		});
	const run = (server: Server) => runVirtually({ items: 100, server, options: { maxRetries: 0, concurrency: 1 } });

	it.each([
		['replies that make no sense', unexpected],
		['5xx pages', unavailable],
		['lost replies', replyLost],
		['refused connections', connectionRefused],
		['code 500', serverFault],
	])('%s', async (_name, answer) => {
		const five = await run(failing(5, answer));
		expect(five.report.end).toEqual({ why: 'outage' });
		expect(five.requests).toHaveLength(15);
		expect((await run(failing(4, answer))).report.end).toBeUndefined();
	});

	it('with the kinds mixed', async () => {
		const mixed = [unexpected, unavailable, replyLost, connectionRefused, serverFault];
		const { report } = await run(({ number }) => ({ answer: mixed[number % 5] ?? deleted, after: 50 }));
		expect(report.end).toEqual({ why: 'outage' });
	});

	it("a code of the API's is a usable reply, and begins the count anew", async () => {
		const { report } = await run(({ number }) => ({
			answer: number % 5 === 0 ? refused('102') : unavailable,
			after: 50,
		}));
		expect(report.end).toBeUndefined();
	});

	it('refusals of items are no outage, however many', async () => {
		expect((await run(always(refused('1001', 500)))).report.end).toBeUndefined();
	});
});

describe('one bad patch does not give up a run that goes on', () => {
	it('a quarter of all replies lost', async () => {
		const server: Server = ({ key, attempt }) => ({
			answer: (Number(key) + attempt) % 4 === 0 ? replyLost : deleted,
			after: 50,
		});
		const { jobs } = await runVirtually({ items: 2000, server });
		expect(tally(jobs)).toEqual({ deleted: 2000 });
	});

	it('a few hanging requests among many good ones', async () => {
		const server: Server = ({ key, attempt }) =>
			Number(key) % 50 === 0 && attempt === 1 ? null : { answer: deleted, after: 50 };
		const { jobs } = await runVirtually({ items: 500, server });
		expect(tally(jobs)).toEqual({ deleted: 500 });
	});

	it('a server that is away for five seconds', async () => {
		const server: Server = ({ at }) => ({
			answer: at > 2000 && at < 4000 ? connectionRefused : deleted,
			after: 20,
		});
		const { jobs } = await runVirtually({ items: 3000, server });
		expect(tally(jobs)).toEqual({ deleted: 3000 });
	});

	it('the throttle is no outage', async () => {
		const server: Server = ({ attempt }) => ({ answer: attempt < 4 ? throttled() : deleted, after: 20 });
		expect((await runVirtually({ items: 50, server })).report.end).toBeUndefined();
	});
});
