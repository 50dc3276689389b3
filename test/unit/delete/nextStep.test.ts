import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import type { RunEnd } from '../../../nodes/WebexCampaign/lane/run';
import type { History } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import {
	nextStep,
	outcomeAtEnd,
	retryDelay,
	whenSent,
} from '../../../nodes/WebexCampaign/resources/profile/delete/nextStep';
import {
	connectionRefused,
	deleted,
	refusesAll,
	notFound,
	notTheApi,
	refused,
	replyLost,
	throttled,
	unavailable,
	unexpected,
} from '../lane/answers';

const middle = () => 0.5;
const options = { ifNotFound: 'fail', maxRetries: 2, maxThrottleWait: 300_000 } as const;
const first: History = { attempts: 0, retries: 0, mayHaveBeenExecuted: false };
const afterLostReply: History = { attempts: 1, retries: 1, mayHaveBeenExecuted: true };

describe('an answer settles the item', () => {
	it.each([
		['deleted', deleted, first, { status: 'deleted', transactionId: 't-1' }],
		['deleted, after a lost reply', deleted, afterLostReply, { status: 'deleted', transactionId: 't-1' }],
		['not found', notFound, first, { status: 'failed', outcome: 'notDeleted', code: '1020', httpStatus: 200 }],
		['not found, after a lost reply', notFound, afterLostReply, { status: 'goneAfterRetry' }],
		['refused', refused('102'), first, { status: 'failed', outcome: 'notDeleted', code: '102' }],
		['refused, after a lost reply', refused('102'), afterLostReply, { outcome: 'unknown', code: '102' }],
		['a refused key, after a lost reply', refusesAll('498'), afterLostReply, { outcome: 'unknown', code: '498' }],
		[
			'refused, in contradiction',
			{ ...refused('102'), isContradictory: true } as Answer,
			first,
			{ isContradictory: true },
		],
		['no sense', unexpected, first, { outcome: 'unknown', code: 'UNEXPECTED_REPLY' }],
		['lost for the last time', replyLost, { ...afterLostReply, retries: 2 }, { outcome: 'unknown' }],
		[
			'never connected',
			connectionRefused,
			{ ...first, retries: 2 },
			{ outcome: 'notDeleted', code: 'CONNECTION_FAILED' },
		],
	])('%s', (_name, answer, before, outcome) => {
		const { history, delay } = nextStep(answer, before, false, options, middle);
		expect(delay).toBeUndefined();
		expect(history).toMatchObject({ attempts: before.attempts + 1, outcome });
	});

	it("not found by the user's choice: no failure", () => {
		const { history } = nextStep(notFound, first, false, { ...options, ifNotFound: 'continue' }, middle);
		expect(history.outcome).toEqual({ status: 'notFound' });
	});

	it('what refuses all is not sent again, whatever it is', () => {
		const { history, delay } = nextStep(notTheApi, first, true, options, middle);
		expect(delay).toBeUndefined();
		expect(history.outcome).toEqual({
			status: 'failed',
			outcome: 'notDeleted',
			code: 'UNEXPECTED_REPLY',
			httpStatus: 404,
			detail: 'd',
		});
	});
});

it('from a request until its answer, what it may have done is known', () => {
	const sent = whenSent({ ...first, attempts: 2 });
	expect(sent).toMatchObject({ attempts: 3, mayHaveBeenExecuted: true });
	expect(outcomeAtEnd(sent, { why: 'cancelled' })).toMatchObject({
		outcome: 'unknown',
		detail: 'the execution was cancelled',
	});
});

describe('a wait that the reply asks for is kept', () => {
	it.each([
		['longer than the own pause', 6000, 6000],
		['shorter', 100, 500],
		["just within 'Max Throttle Wait'", 300_000, 300_000],
		['beyond it: it is not kept', 300_001, 500],
	])('%s', (_name, retryAfter, delay) => {
		const answer = { ...unavailable, retryAfter } as Answer;
		expect(nextStep(answer, first, false, options, middle).delay).toBe(delay);
	});
});

describe('an answer that settles nothing is followed by another attempt', () => {
	it('the throttle: when it allows, however often', () => {
		const { history, delay } = nextStep(throttled(7000), { ...first, retries: 99 }, false, options, middle);
		expect(delay).toBe(0);
		expect(history).toMatchObject({ attempts: 1, retries: 99, last: { code: 'THROTTLED', httpStatus: 429 } });
	});

	it.each([
		[0, 500],
		[1, 1000],
		[2, undefined],
	])("a fault: as often as 'Max Retries' says, %i retries so far", (retries, delay) => {
		const before = { ...afterLostReply, retries };
		expect(nextStep(replyLost, before, false, options, middle).delay).toBe(delay);
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

	it.each<[string, Partial<History>, object]>([
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
