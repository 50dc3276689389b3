import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { CircuitBreaker } from '../../../nodes/WebexCampaign/lane/circuitBreaker';
import type { RunEnd } from '../../../nodes/WebexCampaign/lane/run';
import type { DeleteJob } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { nextStep, outcomeAtEnd, retryDelay } from '../../../nodes/WebexCampaign/resources/profile/delete/run/nextStep';
import {
	connectionRefused,
	deleted,
	endsRun,
	notFound,
	notTheApi,
	refused,
	replyLost,
	throttled,
	unavailable,
	unexpected,
	unknownHost,
} from './answers';

const middle = () => 0.5;
const answered = { hasHad: () => true };
const options = { ifNotFound: 'fail', maxRetries: 2, maxThrottleWait: 300_000 } as const;
const first = { retries: 0, mayHaveBeenExecuted: false };
const afterLostReply = { retries: 1, mayHaveBeenExecuted: true };

describe('an answer settles the item', () => {
	it.each([
		['deleted', deleted, first, { status: 'deleted', transactionId: 't-1' }],
		['deleted, after a lost reply', deleted, afterLostReply, { status: 'deleted', transactionId: 't-1' }],
		['not found', notFound, first, { status: 'failed', outcome: 'notDeleted', code: '1020', httpStatus: 200 }],
		['not found, after a lost reply', notFound, afterLostReply, { status: 'goneAfterRetry' }],
		['refused', refused('102'), first, { status: 'failed', outcome: 'notDeleted', code: '102' }],
		['refused, after a lost reply', refused('102'), afterLostReply, { outcome: 'unknown', code: '102' }],
		['a refused key, after a lost reply', endsRun('498'), afterLostReply, { outcome: 'unknown', code: '498' }],
		[
			'refused, in contradiction',
			{ ...refused('102'), isContradictory: true } as Answer,
			first,
			{ isContradictory: true },
		],
		['no sense', unexpected, first, { outcome: 'unknown', code: 'UNEXPECTED_REPLY' }],
		['lost for the last time', replyLost, { retries: 2, mayHaveBeenExecuted: true }, { outcome: 'unknown' }],
		[
			'never connected',
			connectionRefused,
			{ ...first, retries: 2 },
			{ outcome: 'notDeleted', code: 'CONNECTION_FAILED' },
		],
	])('%s', (_name, answer, history, outcome) => {
		expect(nextStep(answer, history, answered, options, middle)).toMatchObject({ kind: 'settle', outcome });
	});

	it("not found by the user's choice: no failure", () => {
		const step = nextStep(notFound, first, answered, { ...options, ifNotFound: 'continue' }, middle);
		expect(step).toEqual({ kind: 'settle', outcome: { status: 'notFound' }, isFailure: false });
	});
});

describe('a host or a page that may not be the API ends the run only as long as nothing better has come', () => {
	it.each<[string, Answer, earlier: Answer[], step: object]>([
		['an unknown host, first', unknownHost, [], { kind: 'settle', endsRuns: unknownHost }],
		['an unknown host, after any reply', unknownHost, [notTheApi], { kind: 'retry' }],
		['an unknown host, after a delete', unknownHost, [deleted], { kind: 'retry' }],
		['a page, first', notTheApi, [], { kind: 'settle', endsRuns: notTheApi }],
		['a page, after pages only', notTheApi, [notTheApi], { kind: 'settle', endsRuns: notTheApi }],
		['a page, after a usable reply', notTheApi, [notFound], { kind: 'retry' }],
	])('%s', (_name, answer, earlier, step) => {
		const breaker = new CircuitBreaker();
		for (const one of earlier) breaker.onAnswer(one, { kind: 'settle', isFailure: true });
		expect(nextStep(answer, first, breaker, options, middle)).toMatchObject(step);
	});
});

describe('a wait that the reply asks for is kept', () => {
	it.each([
		['longer than the own pause', 6000, 6000],
		['shorter', 100, 500],
		["beyond 'Max Throttle Wait'", 900_000, 300_000],
	])('%s', (_name, retryAfter, delay) => {
		const answer = { ...unavailable, retryAfter } as Answer;
		expect(nextStep(answer, first, answered, options, middle)).toMatchObject({ kind: 'retry', delay });
	});
});

describe('an answer that settles nothing is followed by another attempt', () => {
	it('the throttle: when it allows, however often', () => {
		const step = nextStep(throttled(7000), { retries: 99, mayHaveBeenExecuted: false }, answered, options, middle);
		expect(step).toMatchObject({ kind: 'waitForThrottle', last: { code: 'THROTTLED', httpStatus: 429 } });
	});

	it.each([
		[0, { kind: 'retry', delay: 500 }],
		[1, { kind: 'retry', delay: 1000 }],
		[2, { kind: 'settle' }],
	])("a fault: as often as 'Max Retries' says, %i retries so far", (retries, step) => {
		expect(nextStep(replyLost, { retries, mayHaveBeenExecuted: true }, answered, options, middle)).toMatchObject(step);
	});
});

describe('the pause before a retry doubles from 0.5 s to 8 s, a quarter more or less', () => {
	it.each([
		[0, 500],
		[1, 1000],
		[4, 8000],
		[9, 8000],
	])('retry %i: %i ms', (retries, delay) => {
		expect(retryDelay(retries, () => 0)).toBe(delay * 0.75);
		expect(retryDelay(retries, middle)).toBe(delay);
		expect(retryDelay(retries, () => 1)).toBe(delay * 1.25);
	});
});

describe('the end of the run settles what it leaves behind', () => {
	const end: RunEnd = { why: 'failedItem' };
	const last = { code: 'THROTTLED', httpStatus: 429, detail: 'd' };

	it.each<[string, Partial<DeleteJob>, object]>([
		['never sent', {}, { outcome: 'notAttempted', code: 'RUN_STOPPED', httpStatus: null }],
		['refused by the throttle', { attempts: 1, last }, { outcome: 'notDeleted', code: 'THROTTLED', httpStatus: 429 }],
		[
			'refused by the throttle, after a lost reply',
			{ attempts: 2, last, mayHaveBeenExecuted: true },
			{ outcome: 'unknown', code: 'THROTTLED' },
		],
		[
			'waiting for a retry',
			{ attempts: 1, last: { ...last, code: 'TIMED_OUT' }, mayHaveBeenExecuted: true },
			{ outcome: 'unknown', code: 'TIMED_OUT' },
		],
	])('%s', (_name, left, outcome) => {
		expect(outcomeAtEnd({ mayHaveBeenExecuted: false, ...left }, end)).toMatchObject({
			status: 'failed',
			stoppedBy: end,
			...outcome,
		});
	});
});
