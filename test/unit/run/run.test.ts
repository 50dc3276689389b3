import { deleted, notFound, refused, replyLost, throttled } from './answers';
import { always, runVirtually, tally, words, type Server } from './virtualRun';

describe('a run settles every item', () => {
	it('each with its own answer', async () => {
		const answers = [deleted, notFound, refused('102'), deleted];
		const server: Server = ({ key }) => ({ answer: answers[Number(key)] ?? deleted, after: 10 });
		const { jobs, report } = await runVirtually({ items: 4, server });
		expect(words(jobs)).toEqual(['deleted', 'notDeleted 1020', 'notDeleted 102', 'deleted']);
		expect(report).toEqual({ end: undefined, throttleWait: 0 });
	});

	it("a profile that is not found by the user's choice", async () => {
		const options = { ifNotFound: 'continue' } as const;
		expect(words((await runVirtually({ items: 1, server: always(notFound), options })).jobs)).toEqual(['notFound']);
	});

	it('with one request each, in input order', async () => {
		const { requests, jobs } = await runVirtually({ items: 100, server: always(deleted) });
		expect(requests.map(({ key }) => Number(key))).toEqual(Array.from({ length: 100 }, (_, i) => i));
		expect(jobs.every(({ attempts }) => attempts === 1)).toBe(true);
	});

	it('none at all', async () => {
		const { requests, endedAt } = await runVirtually({ items: 0, server: always(deleted) });
		expect({ requests, endedAt }).toEqual({ requests: [], endedAt: 0 });
	});
});

describe("no more requests are under way than 'Concurrent Requests' allows", () => {
	it.each([1, 2, 10, 50])('%i', async (concurrency) => {
		const server: Server = ({ number }) => ({ answer: deleted, after: 10 + ((number * 37) % 90) });
		const { mostInFlight, jobs } = await runVirtually({ items: 500, server, options: { concurrency } });
		expect(mostInFlight).toBe(concurrency);
		expect(tally(jobs)).toEqual({ deleted: 500 });
	});

	it('retries and refused requests included', async () => {
		const server: Server = ({ attempt, number }) => ({
			answer: attempt < 3 ? (number % 2 ? replyLost : throttled()) : deleted,
			after: 20,
		});
		const { mostInFlight } = await runVirtually({ items: 200, server, options: { concurrency: 4 } });
		expect(mostInFlight).toBe(4);
	});

	it('and all of them are used', async () => {
		const { endedAt } = await runVirtually({ items: 1001, server: always(deleted, 100) });
		expect(endedAt).toBe(100 + (1000 / 10) * 100);
	});
});

describe('the first request goes alone', () => {
	it('until its reply has come', async () => {
		const { requests } = await runVirtually({ items: 20, server: always(deleted, 700) });
		expect(requests.filter(({ at }) => at < 700)).toHaveLength(1);
		expect(requests.filter(({ at }) => at === 700)).toHaveLength(10);
	});

	it('a throttle refusal does not count as a reply', async () => {
		const server: Server = ({ number }) => ({ answer: number < 4 ? throttled() : deleted, after: 100 });
		const { requests, mostInFlight } = await runVirtually({ items: 20, server });
		expect(requests.filter(({ at }) => at < 400)).toHaveLength(4);
		expect(mostInFlight).toBe(10);
	});

	it('a lost reply does: the next ones need not wait for its retry', async () => {
		const server: Server = ({ number }) => ({ answer: number === 1 ? replyLost : deleted, after: 100 });
		const { requests } = await runVirtually({ items: 5, server });
		expect(requests.map(({ key, at }) => `${key} at ${at}`)).toEqual([
			'0 at 0',
			...['1', '2', '3', '4'].map((key) => `${key} at 100`),
			'0 at 600',
		]);
	});
});

it('progress is told at least twice a second, while nothing happens too', async () => {
	const { progress, endedAt } = await runVirtually({ items: 1, server: always(deleted, 20_000) });
	const gaps = [...progress, endedAt].map((at, i, all) => at - (all[i - 1] ?? 0));
	expect(Math.max(...gaps)).toBeLessThanOrEqual(500);
});
