import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { deleted, refused, throttled, unavailable, unexpected } from './answers';
import { always, gate, runVirtually, tally, words, type Server } from './virtualRun';

/** Lets `limit` requests through in each window of `windowMs`. */
const window = (limit: number, windowMs: number, refusal: Answer = throttled()): Server => {
	let current = -1;
	let used = 0;
	return ({ at }) => {
		const now = Math.floor(at / windowMs);
		if (now !== current) [current, used] = [now, 0];
		return { answer: ++used <= limit ? deleted : refusal, after: 20 };
	};
};

describe('what the throttle refuses is simply sent again', () => {
	it('until it is through, and every request is counted', async () => {
		const { jobs, requests, report } = await runVirtually({
			items: 300,
			server: window(50, 1000),
			gate: gate(),
		});
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
		const server: Server = ({ number }) => ({ answer: number === 1 ? throttled(7000) : deleted, after: 20 });
		const { requests } = await runVirtually({ items: 1, server, gate: gate() });
		expect(requests.map(({ at }) => at)).toEqual([0, 7020]);
	});
});

describe("'Max Throttle Wait' bounds the time without one accepted request", () => {
	const blocked = (maxThrottleWait: number, server: Server = always(throttled(), 20)) =>
		runVirtually({ items: 100, server, gate: gate(), options: { maxThrottleWait } });

	it.each([5, 60, 300])('%i s, then one last probe, then the run gives up', async (seconds) => {
		const { endedAt, requests, report, jobs } = await blocked(seconds);
		const blockedFrom = 20;
		expect(requests.at(-1)?.at).toBe(blockedFrom + seconds * 1000);
		expect(endedAt).toBe(blockedFrom + seconds * 1000 + 20);
		expect(report.end).toEqual({ why: 'throttle' });
		expect(tally(jobs)).toEqual({ 'notDeleted THROTTLED': 1, 'notAttempted RUN_STOPPED': 99 });
	});

	it('the last probe can save the run', async () => {
		const { report, jobs } = await blocked(60, ({ at }) => ({
			answer: at < 60_000 ? throttled() : deleted,
			after: 20,
		}));
		expect(report.end).toBeUndefined();
		expect(tally(jobs)).toEqual({ deleted: 100 });
	});

	it('0 gives up at the first refusal', async () => {
		const { requests, report } = await blocked(0);
		expect(requests).toHaveLength(1);
		expect(report.end).toEqual({ why: 'throttle' });
	});

	it('a wait beyond it is not waited for, and is told', async () => {
		const { requests, report, endedAt } = await blocked(60, always(throttled(61_000), 20));
		expect(requests).toHaveLength(1);
		expect(endedAt).toBe(20);
		expect(report.end).toEqual({ why: 'throttle', askedFor: 61_000 });
	});

	it('a wait within it is', async () => {
		const server: Server = ({ at }) => ({ answer: at < 59_000 ? throttled(59_000) : deleted, after: 20 });
		expect((await blocked(60, server)).report.end).toBeUndefined();
	});

	it('a job of hours goes on as long as it makes progress', async () => {
		const { jobs, endedAt } = await runVirtually({
			items: 40,
			server: window(1, 250_000),
			gate: gate(),
			options: { maxThrottleWait: 300, concurrency: 2 },
		});
		expect(tally(jobs)).toEqual({ deleted: 40 });
		expect(endedAt).toBeGreaterThan(2 * 3_600_000);
	});

	it.each([
		["a refusal of the API's own", refused('102'), undefined],
		['not a 5xx page', unavailable, { why: 'throttle' }],
		['not a page that anybody may have sent', unexpected, { why: 'throttle' }],
	])('as accepted counts %s', async (_name, between, end) => {
		const server: Server = ({ number }) => ({ answer: number % 3 === 0 ? between : throttled(), after: 20 });
		const options = { maxThrottleWait: 3, maxRetries: 10 };
		const { report } = await runVirtually({ items: 4, server, gate: gate(), options });
		expect(report.end).toEqual(end);
	});

	it('items in flight when it gives up are awaited', async () => {
		const server: Server = ({ key }) =>
			key === '1' ? { answer: deleted, after: 20_000 } : { answer: key === '0' ? deleted : throttled(), after: 20 };
		const { jobs, report } = await runVirtually({
			items: 10,
			server,
			gate: gate(),
			options: { maxThrottleWait: 5, concurrency: 2 },
		});
		expect(report.end).toEqual({ why: 'throttle' });
		expect(words(jobs).slice(0, 3)).toEqual(['deleted', 'deleted', 'notDeleted THROTTLED']);
	});
});
