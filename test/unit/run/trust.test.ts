import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { CircuitBreaker } from '../../../nodes/WebexCampaign/lane/circuitBreaker';
import type { Step } from '../../../nodes/WebexCampaign/lane/run';
import { connectionRefused, deleted, endsRun, replyLost, serverFault, throttled } from './answers';
import { allJobs, always, laneVirtually, runVirtually, tally, webhooks, words, type Server } from './virtualRun';

describe('the first request of the lane goes alone', () => {
	it('so that 200 webhooks with a wrong key cost one request', async () => {
		const result = await laneVirtually({ server: always(endsRun('498')), runs: webhooks(200) });
		expect(result.requests).toHaveLength(1);
		expect(tally(allJobs(result))).toEqual({ 'notDeleted 498': 1, 'notAttempted RUN_STOPPED': 199 });
		const { report, jobs } = result.runs[7]!;
		expect(report.end).toMatchObject({ why: 'answer', answer: { code: '498' } });
		expect(jobs[0]).toMatchObject({ attempts: 0, outcome: { httpStatus: null, stoppedBy: report.end } });
	});

	it('a request that a cancel cut off is no answer: the next one goes alone too', async () => {
		const { requests } = await laneVirtually({
			server: ({ run, at }) =>
				run === 0 ? { answer: replyLost, after: 1000 - at } : { answer: endsRun('498'), after: 50 },
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
			server: ({ at }) => ({ answer: at < 1000 ? endsRun('498') : deleted, after: 100 }),
			runs: [{ items: 5 }, { items: 5, joinAt: 101 }, { items: 5, joinAt: 1000 }],
		});
		expect(requests.map(({ at }) => at).slice(0, 3)).toEqual([0, 101, 1000]);
		expect(requests.filter(({ at }) => at === 1100)).toHaveLength(4);
		expect(runs.map(({ jobs }) => words(jobs)[0])).toEqual(['notDeleted 498', 'notDeleted 498', 'deleted']);
	});
});

describe('what has replied', () => {
	const settled: Step = { kind: 'settle', isFailure: true };
	const breakerAfter = (...answers: Answer[]) => {
		const breaker = new CircuitBreaker();
		for (const answer of answers) breaker.onAnswer(answer, settled);
		return breaker;
	};

	it.each([
		[connectionRefused, false, false],
		[serverFault, true, false],
		[deleted, true, true],
	])('%j', (answer, anyReply, usableReply) => {
		const breaker = breakerAfter(answer);
		expect([breaker.hasHad('anyReply'), breaker.hasHad('usableReply')]).toEqual([anyReply, usableReply]);
	});

	it('the throttle is the API, which works again then', () => {
		expect(breakerAfter(deleted, serverFault).allowsNewItem(() => 5)).toBe(false);
		expect(breakerAfter(deleted, serverFault, throttled()).allowsNewItem(() => 5)).toBe(true);
	});
});

it('a key rejected in the middle ends who waits; what is in flight is awaited', async () => {
	const result = await laneVirtually({
		server: ({ number }) => (number === 30 ? { answer: endsRun('430'), after: 10 } : { answer: deleted, after: 400 }),
		runs: [{ items: 100 }, { items: 100 }],
	});
	expect(tally(allJobs(result))).toEqual({
		deleted: result.requests.length - 1,
		'notDeleted 430': 1,
		'notAttempted RUN_STOPPED': 200 - result.requests.length,
	});
	expect(result.requests.length).toBeLessThan(45);
});
