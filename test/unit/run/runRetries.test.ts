import {
	connectionRefused,
	deleted,
	endsRun,
	notFound,
	refused,
	replyLost,
	serverFault,
	throttled,
	unavailable,
} from './answers';
import { always, runVirtually, words, type Server } from './virtualRun';

/** These answers to the attempts of one item, 100 ms each; the last goes on. `null`: none ever comes. */
const script =
	(...answers: Array<typeof deleted | null>): Server =>
	({ attempt }) => {
		const answer = answers[Math.min(attempt, answers.length) - 1];
		return answer ? { answer, after: 100 } : null;
	};

describe('a delete whose end is not known is sent again', () => {
	it.each([
		['a lost reply', replyLost],
		['a server fault', serverFault],
		['a 5xx page', unavailable],
		['a refused connection', connectionRefused],
	])('after %s, with doubling pauses', async (_name, answer) => {
		const { requests } = await runVirtually({
			items: 1,
			server: always(answer, 100),
			options: { maxRetries: 6 },
		});
		const pauses = requests.slice(1).map(({ at }, i) => at - (requests[i]?.at ?? 0) - 100);
		expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
	});

	it.each([0, 1, 3, 10])("'Max Retries' %i", async (maxRetries) => {
		const { jobs } = await runVirtually({ items: 1, server: always(replyLost), options: { maxRetries } });
		expect(jobs[0]).toMatchObject({ attempts: maxRetries + 1 });
	});

	it.each<[string, Server, string]>([
		['then deleted', script(replyLost, deleted), 'deleted'],
		['then not found: gone, most likely by the lost attempt', script(replyLost, notFound), 'goneAfterRetry'],
		['a server fault, then not found', script(serverFault, notFound), 'goneAfterRetry'],
		['hanging, then not found', script(null, notFound), 'goneAfterRetry'],
		['a lost reply, the throttle, then not found', script(replyLost, throttled(), notFound), 'goneAfterRetry'],
		['never connected, then not found', script(connectionRefused, notFound), 'notDeleted 1020'],
		['the throttle, then not found', script(throttled(), notFound), 'notDeleted 1020'],
		['then refused: what the lost attempt did is not known', script(replyLost, refused('102')), 'unknown 102'],
		['never connected, then refused', script(connectionRefused, refused('102')), 'notDeleted 102'],
		['lost, then never connected again', script(replyLost, connectionRefused), 'unknown CONNECTION_FAILED'],
		['never connected', script(connectionRefused), 'notDeleted CONNECTION_FAILED'],
		['always lost', script(replyLost), 'unknown CONNECTION_FAILED'],
		['always a server fault', script(serverFault), 'unknown 500'],
		['always a 5xx page', script(unavailable), 'unknown UNEXPECTED_REPLY'],
		['the last code counts', script(replyLost, unavailable, serverFault), 'unknown 500'],
	])('%s', async (_name, server, word) => {
		expect(words((await runVirtually({ items: 1, server })).jobs)).toEqual([word]);
	});

	it('a final refusal is not', async () => {
		const { requests } = await runVirtually({ items: 1, server: always(refused('1001')) });
		expect(requests).toHaveLength(1);
	});

	it('waiting for a retry keeps no other item waiting', async () => {
		const server: Server = ({ key }) => ({ answer: key === '1' ? replyLost : deleted, after: 10 });
		const { requests } = await runVirtually({ items: 30, server, options: { concurrency: 1 } });
		const firsts = requests.filter(({ attempt }) => attempt === 1);
		expect(firsts.at(-1)).toMatchObject({ key: '29', at: 290 });
	});
});

describe("'Request Timeout' is a deadline for one request", () => {
	it('a hanging request is given up at the deadline, and sent again', async () => {
		const options = { requestTimeout: 2.5, maxRetries: 1 };
		const { requests, jobs } = await runVirtually({ items: 1, server: script(null), options });
		expect(requests.map(({ at }) => at)).toEqual([0, 3000]);
		expect(jobs[0]?.outcome).toMatchObject({
			outcome: 'unknown',
			code: 'TIMED_OUT',
		});
	});

	it('a reply that comes later is not listened to', async () => {
		const server: Server = ({ attempt }) =>
			attempt === 1 ? { answer: endsRun('498'), after: 1200 } : { answer: deleted, after: 500 };
		const { jobs, requests } = await runVirtually({ items: 1, server, options: { requestTimeout: 1 } });
		expect(requests).toHaveLength(2);
		expect(words(jobs)).toEqual(['deleted']);
	});

	it('a reply in time is, however slow', async () => {
		const { jobs } = await runVirtually({
			items: 1,
			server: always(deleted, 999),
			options: { requestTimeout: 1 },
		});
		expect(words(jobs)).toEqual(['deleted']);
	});

	it('one hanging request keeps no other item waiting', async () => {
		const server: Server = ({ key }) =>
			key === '0' ? { answer: deleted, after: 10 } : key === '1' ? null : { answer: deleted, after: 10 };
		const { requests } = await runVirtually({ items: 20, server, options: { concurrency: 2 } });
		expect(requests.find(({ key }) => key === '19')?.at).toBeLessThan(1000);
	});
});
