import { connectionRefused, deleted, refusesAll, refused, replyLost, serverFault, throttled } from './answers';
import { always, openThrottle, runVirtually, tally, throttle, words, type Server } from './virtualRun';

describe('what the end of a run leaves behind', () => {
	it('a retry that waits is not sent any more, and keeps what its last attempt came to', async () => {
		const answers = [deleted, replyLost, serverFault, connectionRefused, refusesAll('498'), deleted];
		const server: Server = ({ key }) => ({ answer: answers[Number(key)]!, after: key === '4' ? 300 : 50 });
		const { jobs } = await runVirtually({ items: 6, server, options: { concurrency: 4 } });
		expect(words(jobs)).toEqual([
			'deleted',
			'unknown CONNECTION_FAILED',
			'unknown 500',
			'notDeleted CONNECTION_FAILED',
			'notDeleted 498',
			'deleted',
		]);
	});

	it('an item whose last reply was 429 is notDeleted, THROTTLED', async () => {
		const server: Server = ({ key, number }) => {
			if (number === 1) return { answer: deleted, after: 50 };
			return key === '1' ? { answer: throttled(), after: 50 } : { answer: refused('102'), after: 80 };
		};
		const throttle = { ...openThrottle, nextStart: (now: number) => (now > 50 ? Infinity : now) };
		const { jobs } = await runVirtually({
			items: 3,
			server,
			throttle,
			options: { concurrency: 2 },
			stopAtFailure: true,
		});
		expect(words(jobs)).toEqual(['deleted', 'notDeleted THROTTLED', 'notDeleted 102']);
		expect(jobs[1]).toMatchObject({ attempts: 1, outcome: { httpStatus: 429, said: 'Too many requests' } });
	});
});

describe("On Error 'Stop': the first failed item ends the run", () => {
	it('nothing new is sent, those in flight are awaited', async () => {
		const server: Server = ({ number }) =>
			number === 5 ? { answer: refused('102'), after: 10 } : { answer: deleted, after: 300 };
		const { jobs, requests, report, endedAt } = await runVirtually({ items: 50, server, stopAtFailure: true });
		expect(requests).toHaveLength(11);
		expect(tally(jobs)).toEqual({ deleted: 10, 'notDeleted 102': 1, 'notAttempted RUN_STOPPED': 39 });
		expect(report.end).toEqual({ why: 'failedItem' });
		expect(endedAt).toBe(600);
	});

	it.each([
		['before', 10],
		['after', 500],
	])('what is lost %s the failure is not sent again', async (_when, after) => {
		const answers = [deleted, replyLost, refused('102')];
		const server: Server = ({ key }) => ({ answer: answers[Number(key)]!, after: key === '1' ? after : 100 });
		const { jobs, requests } = await runVirtually({ items: 3, server, stopAtFailure: true });
		expect(requests).toHaveLength(3);
		expect(words(jobs)).toEqual(['deleted', 'unknown CONNECTION_FAILED', 'notDeleted 102']);
	});
});

const CANCEL_AT = 5130;

describe('cancelling the execution ends waiting and sending within a second', () => {
	it.each<[string, Server]>([
		['in a busy run', always(deleted, 50)],
		['in the middle of a throttle wait', always(throttled(60_000), 20)],
		['while every request hangs', () => null],
		[
			'after an item that failed, too',
			({ key }) => (key === '2' ? null : { answer: key === '1' ? refused('102') : deleted, after: 20 }),
		],
		['while retries wait', always(replyLost, 20)],
	])('%s', async (_name, server) => {
		const { endedAt, requests, report, jobs } = await runVirtually({
			items: 5000,
			server,
			throttle: throttle(),
			options: { concurrency: 2, maxRetries: 10 },
			stopAtFailure: true,
			cancelAt: CANCEL_AT,
		});
		expect(endedAt).toBeLessThanOrEqual(CANCEL_AT + 1000);
		expect(endedAt).toBeGreaterThanOrEqual(CANCEL_AT);
		expect(requests.every(({ at }) => at <= CANCEL_AT)).toBe(true);
		expect(report.end).toEqual({ why: 'cancelled' });
		expect(jobs.every(({ outcome }) => outcome !== undefined)).toBe(true);
	});

	it('also if its last requests end before it is looked at again', async () => {
		const server: Server = ({ key, at }) => {
			if (key === '0') return { answer: deleted, after: 10 };
			return key === '1' ? { answer: replyLost, after: 1020 - at } : { answer: deleted, after: 1030 - at };
		};
		const { report, jobs } = await runVirtually({ items: 3, server, cancelAt: 1010 });
		expect(report.end).toEqual({ why: 'cancelled' });
		expect(words(jobs)).toEqual(['deleted', 'unknown CONNECTION_FAILED', expect.any(String)]);
	});

	it('before the first request: none is sent', async () => {
		const { requests, jobs } = await runVirtually({ items: 3, server: always(deleted), cancelAt: 0 });
		expect(requests).toEqual([]);
		expect(tally(jobs)).toEqual({ 'notAttempted RUN_STOPPED': 3 });
	});

	it('what was in flight is unknown then, not "not attempted"', async () => {
		const server: Server = ({ key }) => (Number(key) < 50 ? { answer: deleted, after: 10 } : null);
		const { jobs } = await runVirtually({ items: 100, server, cancelAt: 3000 });
		expect(tally(jobs)).toEqual({
			deleted: 50,
			'unknown CONNECTION_FAILED': 10,
			'notAttempted RUN_STOPPED': 40,
		});
		expect(jobs[50]?.outcome).toMatchObject({ detail: 'the execution was cancelled' });
	});
});
