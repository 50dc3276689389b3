import {
	connectionRefused,
	deleted,
	notFound,
	refused,
	replyLost,
	serverFault,
	throttled,
	unavailable,
} from './answers';
import { always, runVirtually, words, type Server } from './virtualRun';

describe('a run settles every item', () => {
	it('each with its own answer', async () => {
		const answers = [deleted, notFound, refused('102'), deleted];
		const server: Server = ({ key }) => ({ answer: answers[Number(key)] ?? deleted, after: 10 });
		const { jobs, report } = await runVirtually({ items: 4, server });
		expect(words(jobs)).toEqual(['deleted', 'notDeleted 1020', 'notDeleted 102', 'deleted']);
		expect(report).toEqual({ end: undefined, throttleWait: 0 });
	});

	it('with one request each, in input order', async () => {
		const { requests, jobs } = await runVirtually({ items: 100, server: always(deleted) });
		expect(requests.map(({ key }) => Number(key))).toEqual(Array.from({ length: 100 }, (_, i) => i));
		expect(jobs.every(({ attempts }) => attempts === 1)).toBe(true);
	});
});

describe('a delete whose end is not known is sent again', () => {
	it("as often as 'Max Retries' says, with doubling pauses", async () => {
		const { requests } = await runVirtually({ items: 1, server: always(replyLost, 100), options: { maxRetries: 6 } });
		const pauses = requests.slice(1).map(({ at }, i) => at - requests[i]!.at - 100);
		expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
	});

	it.each([
		['a lost reply counts', [replyLost, notFound], 'goneAfterRetry'],
		['also if the throttle comes between', [replyLost, throttled(), notFound], 'goneAfterRetry'],
		['what was never connected does not', [connectionRefused, notFound], 'notDeleted 1020'],
		['nor does the throttle', [throttled(), notFound], 'notDeleted 1020'],
		['never connected again', [replyLost, connectionRefused], 'unknown CONNECTION_FAILED'],
		['the last code counts', [replyLost, unavailable, serverFault], 'unknown 500'],
	])('and what all its attempts together came to is told: %s', async (_name, answers, word) => {
		const server: Server = ({ attempt }) => ({ answer: answers[attempt - 1] ?? answers.at(-1)!, after: 100 });
		expect(words((await runVirtually({ items: 1, server })).jobs)).toEqual([word]);
	});

	it('waiting for a retry keeps no other item waiting', async () => {
		const server: Server = ({ key }) => ({ answer: key === '1' ? replyLost : deleted, after: 10 });
		const { requests } = await runVirtually({ items: 30, server, options: { concurrency: 1 } });
		const firsts = requests.filter(({ attempt }) => attempt === 1);
		expect(firsts.at(-1)).toMatchObject({ key: '29', at: 290 });
	});
});

it('progress is told at least twice a second, while nothing happens too', async () => {
	const { progress, endedAt } = await runVirtually({ items: 1, server: always(deleted, 20_000) });
	const gaps = [...progress, endedAt].map((at, i, all) => at - (all[i - 1] ?? 0));
	expect(Math.max(...gaps)).toBeLessThanOrEqual(500);
});
