import { deleted, replyLost, throttled } from './answers';
import { always, gate, runVirtually, tally, type Server } from './virtualRun';

const CANCEL_AT = 5130;

describe('cancelling the execution ends waiting and sending within a second', () => {
	it.each<[string, Server]>([
		['in a busy run', always(deleted, 50)],
		['in the middle of a throttle wait', always(throttled(60_000), 20)],
		['while every request hangs', () => null],
		['while retries wait', always(replyLost, 20)],
		['while slow replies are awaited', always(deleted, 25_000)],
	])('%s', async (_name, server) => {
		const { endedAt, requests, report, jobs } = await runVirtually({
			items: 5000,
			server,
			gate: gate(),
			options: { concurrency: 2, maxRetries: 10 },
			cancelAt: CANCEL_AT,
		});
		expect(endedAt).toBeLessThanOrEqual(CANCEL_AT + 1000);
		expect(endedAt).toBeGreaterThanOrEqual(CANCEL_AT);
		expect(requests.every(({ at }) => at <= CANCEL_AT)).toBe(true);
		expect(report.end).toEqual({ why: 'cancelled' });
		expect(jobs.every(({ outcome }) => outcome !== undefined)).toBe(true);
	});

	it('before the first request: none is sent', async () => {
		const { requests, jobs } = await runVirtually({ items: 3, server: always(deleted), cancelAt: 0 });
		expect(requests).toEqual([]);
		expect(tally(jobs)).toEqual({ 'notAttempted RUN_STOPPED': 3 });
	});
});

describe('the counts of a cancelled run are true', () => {
	it('what was in flight is unknown, not "not attempted"', async () => {
		const server: Server = ({ key }) => (Number(key) < 50 ? { answer: deleted, after: 10 } : null);
		const { jobs } = await runVirtually({ items: 100, server, cancelAt: 3000 });
		expect(tally(jobs)).toEqual({
			deleted: 50,
			'unknown CONNECTION_FAILED': 10,
			'notAttempted RUN_STOPPED': 40,
		});
	});

	it('also if an earlier attempt of it was refused', async () => {
		const server: Server = ({ attempt }) => (attempt === 1 ? { answer: throttled(), after: 10 } : null);
		const { jobs } = await runVirtually({ items: 1, server, cancelAt: 3000 });
		expect(jobs[0]?.outcome).toMatchObject({ outcome: 'unknown' });
	});

	it('what waited for the throttle was not deleted', async () => {
		const { jobs } = await runVirtually({
			items: 2,
			server: always(throttled(60_000), 10),
			gate: gate(),
			cancelAt: 3000,
		});
		expect(tally(jobs)).toEqual({ 'notDeleted THROTTLED': 1, 'notAttempted RUN_STOPPED': 1 });
	});
});
