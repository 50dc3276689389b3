import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { CircuitBreaker } from '../../../nodes/WebexCampaign/lane/circuitBreaker';
import {
	connectionRefused,
	deleted,
	notFound,
	notTheApi,
	refused,
	refusesAll,
	replyLost,
	serverFault,
	throttled,
	unexpected,
	unknownHost,
} from './answers';
import { allJobs, always, laneVirtually, runVirtually, tally, webhooks, words, type Server } from './virtualRun';

describe('the first request of the lane goes alone', () => {
	it('so that 200 webhooks with a wrong key cost one request', async () => {
		const result = await laneVirtually({ server: always(refusesAll('498')), runs: webhooks(200) });
		expect(result.requests).toHaveLength(1);
		expect(tally(allJobs(result))).toEqual({ 'notDeleted 498': 1, 'notAttempted RUN_STOPPED': 199 });
		const { report, jobs } = result.runs[7]!;
		expect(report.end).toMatchObject({ why: 'answer', answer: { code: '498' } });
		expect(jobs[0]).toMatchObject({ attempts: 0, outcome: { httpStatus: null, stoppedBy: report.end } });
	});

	it('a request that a cancel cut off is no answer: the next one goes alone too', async () => {
		const { requests } = await laneVirtually({
			server: ({ run, at }) =>
				run === 0 ? { answer: replyLost, after: 1000 - at } : { answer: refusesAll('498'), after: 50 },
			runs: [{ items: 1, cancelAt: 1000 }, ...webhooks(200)],
		});
		expect(requests).toHaveLength(2);
	});

	it('nor is a refusal of the throttle', async () => {
		const server: Server = ({ number }) => ({ answer: number < 4 ? throttled() : deleted, after: 100 });
		const { requests, mostInFlight } = await runVirtually({ items: 20, server });
		expect(requests.filter(({ at }) => at < 400)).toHaveLength(4);
		expect(mostInFlight).toBe(10);
	});

	it('a lost reply is one: the next ones need not wait for its retry', async () => {
		const server: Server = ({ number }) => ({ answer: number === 1 ? replyLost : deleted, after: 100 });
		const { requests } = await runVirtually({ items: 5, server });
		expect(requests.map(({ key, at }) => `${key} at ${at}`)).toEqual([
			'0 at 0',
			...['1', '2', '3', '4'].map((key) => `${key} at 100`),
			'0 at 600',
		]);
	});

	it('a run that begins after a refusal asks again, alone again', async () => {
		const { requests, runs } = await laneVirtually({
			server: ({ at }) => ({ answer: at < 1000 ? refusesAll('498') : deleted, after: 100 }),
			runs: [{ items: 5 }, { items: 5, joinAt: 101 }, { items: 5, joinAt: 1000 }],
		});
		expect(requests.map(({ at }) => at).slice(0, 3)).toEqual([0, 101, 1000]);
		expect(requests.filter(({ at }) => at === 1100)).toHaveLength(4);
		expect(runs.map(({ jobs }) => words(jobs)[0])).toEqual(['notDeleted 498', 'notDeleted 498', 'deleted']);
	});
});

describe('a host or a page that may not be the API ends the runs only as long as nothing better has come', () => {
	it.each<[string, Answer, earlier: Answer[], endsAll: boolean]>([
		['an unknown host, first', unknownHost, [], true],
		['after a fault', unknownHost, [connectionRefused], true],
		['after any reply', unknownHost, [serverFault], false],
		['after a delete', unknownHost, [deleted], false],
		['a page, first', notTheApi, [], true],
		['a page, after a server fault', notTheApi, [serverFault], true],
		['a page, after a usable reply', notTheApi, [notFound], false],
	])('%s', (_name, answer, earlier, endsAll) => {
		const breaker = new CircuitBreaker();
		for (const one of earlier) breaker.onAnswer(one, 0, 1);
		expect(breaker.onAnswer(answer, 2, 3)).toBe(endsAll);
	});

	it('the throttle is the API, which works again then', () => {
		const breaker = new CircuitBreaker();
		for (const one of [deleted, serverFault]) breaker.onAnswer(one, 0, 1);
		expect([breaker.allowsNewItem(4), breaker.allowsNewItem(5)]).toEqual([true, false]);
		breaker.onAnswer(throttled(), 2, 3);
		expect(breaker.allowsNewItem(5)).toBe(true);
	});
});

describe('what refuses all takes two witnesses, once a reply has shown that key and address are right', () => {
	const list = async (server: Server, options = {}) =>
		await laneVirtually({
			server,
			runs: [
				{ items: 100, options },
				{ items: 100, options },
			],
		});

	it.each([deleted, notFound, refused('102'), refused('1010')])('a reply that shows it: %j', async (shown) => {
		const server: Server = ({ number }) => ({ answer: number === 1 ? shown : refusesAll('498'), after: 20 });
		const { requests, runs } = await list(server, { concurrency: 1 });
		expect(requests).toHaveLength(3);
		expect(runs.map(({ report }) => report.end?.why)).toEqual(['answer', 'answer']);
	});

	it.each([refused('499'), refused('1001'), serverFault, replyLost, unexpected])(
		'one that does not: %j',
		async (shown) => {
			const server: Server = ({ number }) => ({ answer: number === 1 ? shown : refusesAll('498'), after: 20 });
			const { runs } = await laneVirtually({
				server,
				runs: [{ items: 9, options: { concurrency: 1, maxRetries: 0 } }],
			});
			expect(words(runs[0]!.jobs)[1]).toBe('notDeleted 498');
			expect(words(runs[0]!.jobs)[2]).toBe('notAttempted RUN_STOPPED');
		},
	);

	it.each(['430', '498', '405'])(
		'one sporadic %s costs one item, and one request at a time until the next good reply',
		async (code) => {
			const server: Server = ({ number }) => ({
				answer: number === 60 ? refusesAll(code) : deleted,
				after: number === 60 ? 10 : 100,
			});
			const result = await list(server);
			expect(tally(allJobs(result))).toEqual({ deleted: 199, [`notDeleted ${code}`]: 1 });
			const refusedAt = result.requests[59]!.at + 10;
			const [next, second] = result.requests.filter(({ at }) => at >= refusedAt);
			expect(second!.at).toBe(next!.at + 100);
		},
	);

	it('a key that is revoked costs those in flight and one more', async () => {
		const server: Server = ({ at }) => ({ answer: at < 1000 ? deleted : refusesAll('498'), after: 100 });
		const result = await list(server);
		expect(result.requests.filter(({ at }) => at >= 1000)).toHaveLength(11);
		expect(tally(allJobs(result))['notDeleted 498']).toBe(11);
	});

	it('a good reply to a request that was in flight already contradicts nothing', async () => {
		const server: Server = ({ at, number }) =>
			number <= 60 && number !== 52 ? { answer: deleted, after: 100 } : { answer: refusesAll('498'), after: at % 7 };
		const result = await list(server);
		expect(result.requests.length).toBeLessThanOrEqual(63);
		expect(result.runs[0]!.report.end).toMatchObject({ why: 'answer', answer: { code: '498' } });
	});

	it('nor does a lost reply', async () => {
		const answers = [deleted, refusesAll('498'), replyLost, refusesAll('498')];
		const server: Server = ({ number }) => ({ answer: answers[number - 1] ?? deleted, after: 20 });
		const { report, requests } = await runVirtually({ items: 50, server, options: { concurrency: 1 } });
		expect(report.end).toMatchObject({ why: 'answer' });
		expect(requests).toHaveLength(4);
	});

	it('after such an end the lane is as untested as at first', async () => {
		const { requests, runs } = await laneVirtually({
			server: ({ at, number }) => ({ answer: number > 1 && at < 5000 ? refusesAll('498') : deleted, after: 100 }),
			runs: [
				{ items: 50, options: { concurrency: 1 } },
				{ items: 50, joinAt: 1000 },
				{ items: 50, joinAt: 6000 },
			],
		});
		expect(requests.filter(({ at }) => at >= 1000 && at < 5000)).toHaveLength(1);
		expect(requests.filter(({ at }) => at >= 6000 && at < 6100)).toHaveLength(1);
		expect(tally(runs[2]!.jobs)).toEqual({ deleted: 50 });
	});

	it('and what was in flight then ends nobody who begins later', async () => {
		const { runs } = await laneVirtually({
			server: ({ run, number }) =>
				run === 1
					? { answer: deleted, after: 50 }
					: { answer: number === 1 ? refused('499') : refusesAll('430'), after: 20 + number * 50 },
			runs: [{ items: 50 }, { items: 20, joinAt: 400 }],
		});
		expect(runs[0]!.report.end).toMatchObject({ why: 'answer' });
		expect(tally(runs[1]!.jobs)).toEqual({ deleted: 20 });
	});
});
