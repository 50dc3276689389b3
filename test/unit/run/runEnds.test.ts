import {
	connectionRefused,
	deleted,
	endsRun,
	notFound,
	refused,
	replyLost,
	serverFault,
	throttled,
	unexpected,
} from './answers';
import { always, runVirtually, tally, words, type Server } from './virtualRun';

const nth =
	(number: number, answer: typeof deleted, after = 50): Server =>
	(request) =>
		request.number === number ? { answer, after } : { answer: deleted, after: 50 };

describe('a reply that every item would get ends the run', () => {
	it.each([
		['430', 401],
		['498', 401],
		['405', 405],
		['UNEXPECTED_REPLY', 404],
		['CONNECTION_FAILED', null],
	])('%s (HTTP %s)', async (code, httpStatus) => {
		const end = endsRun(code, httpStatus);
		const { jobs, report, requests } = await runVirtually({ items: 5, server: always(end) });
		expect(requests).toHaveLength(1);
		expect(words(jobs)).toEqual([`notDeleted ${code}`, ...Array(4).fill('notAttempted RUN_STOPPED')]);
		expect(report.end).toMatchObject({ why: 'answer', answer: { code, httpStatus } });
		expect(jobs[4]).toMatchObject({ attempts: 0, outcome: { httpStatus: null, stoppedBy: report.end } });
	});

	it('in the middle too: those in flight are awaited, no other is sent', async () => {
		const server: Server = ({ number }) =>
			number === 25 ? { answer: endsRun('498'), after: 10 } : { answer: deleted, after: 500 };
		const { jobs, requests, endedAt } = await runVirtually({ items: 100, server });
		expect(requests).toHaveLength(31);
		expect(tally(jobs)).toEqual({ deleted: 30, 'notDeleted 498': 1, 'notAttempted RUN_STOPPED': 69 });
		expect(endedAt).toBe(2000);
	});

	it('a retry that waits is not sent any more, and keeps what its last attempt came to', async () => {
		const server: Server = ({ key }) => ({
			answer: key === '1' ? replyLost : key === '2' ? serverFault : key === '3' ? connectionRefused : deleted,
			after: key === '4' ? 300 : 50,
		});
		const ends: Server = (request) => (request.key === '4' ? { answer: endsRun('498'), after: 300 } : server(request));
		const { jobs } = await runVirtually({ items: 6, server: ends, options: { concurrency: 4 } });
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
		const server: Server = ({ key, number }) =>
			number === 1
				? { answer: deleted, after: 50 }
				: { answer: key === '1' ? throttled() : endsRun('498'), after: key === '1' ? 50 : 80 };
		const gate = {
			nextStart: (now: number) => (now > 50 ? Infinity : now),
			start: () => ({}) as never,
			isOpeningKnown: () => false,
			finish() {},
		};
		const { jobs } = await runVirtually({ items: 3, server, gate, options: { concurrency: 2 } });
		expect(words(jobs)).toEqual(['deleted', 'notDeleted THROTTLED', 'notDeleted 498']);
		expect(jobs[1]).toMatchObject({ attempts: 1, outcome: { httpStatus: 429, detail: 'Too many requests' } });
	});

	it.each([
		['the API is asked for this one item only', refused('102')],
		['a code nobody knows', refused('7001', 401)],
		['not found', notFound],
		['a reply that makes no sense', unexpected],
	])('any other failure does not: %s', async (_name, answer) => {
		const { jobs, report } = await runVirtually({ items: 20, server: nth(3, answer) });
		expect(tally(jobs).deleted).toBe(19);
		expect(report.end).toBeUndefined();
	});
});

describe("On Error 'Stop': the first failed item ends the run", () => {
	it('nothing new is sent, those in flight are awaited', async () => {
		const server: Server = ({ number }) =>
			number === 5 ? { answer: refused('102'), after: 10 } : { answer: deleted, after: 300 };
		const { jobs, requests, report, endedAt } = await runVirtually({
			items: 50,
			server,
			stopAtFailure: true,
		});
		expect(requests).toHaveLength(11);
		expect(tally(jobs)).toEqual({ deleted: 10, 'notDeleted 102': 1, 'notAttempted RUN_STOPPED': 39 });
		expect(report.end).toEqual({ why: 'failedItem' });
		expect(endedAt).toBe(600);
	});

	it('no retry starts any more', async () => {
		const server: Server = ({ key }) => ({
			answer: key === '1' ? replyLost : key === '2' ? refused('102') : deleted,
			after: key === '2' ? 100 : 50,
		});
		const { jobs, requests } = await runVirtually({ items: 3, server, stopAtFailure: true });
		expect(requests.filter(({ key }) => key === '1')).toHaveLength(1);
		expect(words(jobs)).toEqual(['deleted', 'unknown CONNECTION_FAILED', 'notDeleted 102']);
	});

	it('a request in flight that is lost is not sent again either', async () => {
		const server: Server = ({ key }) => ({
			answer: key === '1' ? replyLost : key === '2' ? refused('102') : deleted,
			after: key === '1' ? 500 : 50,
		});
		const { jobs, requests } = await runVirtually({ items: 3, server, stopAtFailure: true });
		expect(requests).toHaveLength(3);
		expect(words(jobs)[1]).toBe('unknown CONNECTION_FAILED');
	});

	it('a profile that is not found stops it only if that counts as a failure', async () => {
		const run = (ifNotFound: 'fail' | 'continue') =>
			runVirtually({ items: 30, server: nth(1, notFound), stopAtFailure: true, options: { ifNotFound } });
		expect(tally((await run('continue')).jobs)).toEqual({ notFound: 1, deleted: 29 });
		expect(tally((await run('fail')).jobs)).toEqual({ 'notDeleted 1020': 1, 'notAttempted RUN_STOPPED': 29 });
	});

	it('without it, the run goes on', async () => {
		const { jobs } = await runVirtually({ items: 30, server: nth(1, refused('102')) });
		expect(tally(jobs)).toEqual({ 'notDeleted 102': 1, deleted: 29 });
	});
});
