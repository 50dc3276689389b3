import type { Answer, FailureInfo } from '../../../api/answer';
import type { RunOptions } from '../../../input/options';
import type { RunEnd } from '../../../lane/run';
import type { Failure, History, Outcome } from './outcome';

/** The pause before a retry doubles from the first to the longest, in ms. */
export const FIRST_RETRY_DELAY = 500;
export const LONGEST_RETRY_DELAY = 8_000;
/** Pauses are spread by a quarter to both sides, so that runs that failed together do not come back together. */
export const JITTER = 0.25;

/** What is known after an answer, and in how many ms at the earliest to send again; no `delay`: it is settled. */
export type Step = Readonly<{ history: History; delay?: number }>;

/** A request is on its way. Until its answer is there, this is what is known: a cancelled execution learns no more. */
export const whenSent = (before: History): History => ({
	...before,
	attempts: before.attempts + 1,
	mayHaveBeenExecuted: true,
	last: { code: 'CONNECTION_FAILED', httpStatus: null, detail: 'the execution was cancelled' },
});

/**
 * What to do after an answer. Sending a delete again is safe in itself (a second delete finds nothing), but afterwards
 * "not found" no longer proves that the profile was missing, and a refusal no longer proves that it is still there.
 *
 * @param before what was known before the request was sent
 * @param refusesAll this answer ends all runs, as every other item would get it too
 * @param random uniform in [0, 1)
 */
export function nextStep(
	answer: Answer,
	before: History,
	refusesAll: boolean,
	options: Pick<RunOptions, 'ifNotFound' | 'maxRetries' | 'maxThrottleWait'>,
	random: () => number,
): Step {
	const mayBeDone = answer.kind === 'transient' && answer.mayHaveBeenExecuted;
	const { retries, mayHaveBeenExecuted: wasInDoubt } = before;
	const history = { attempts: before.attempts + 1, retries, mayHaveBeenExecuted: wasInDoubt || mayBeDone };
	const settled = (outcome: Outcome): Step => ({ history: { ...history, outcome } });
	switch (answer.kind) {
		case 'deleted':
			return settled({ status: 'deleted', transactionId: answer.transactionId });
		case 'notFound':
			if (history.mayHaveBeenExecuted) return settled({ status: 'goneAfterRetry' });
			if (options.ifNotFound === 'continue') return settled({ status: 'notFound' });
			return settled(failure(history, answer));
		case 'throttled':
			return { history: { ...history, last: answer }, delay: 0 };
		case 'final':
			return settled(failure(history, answer, answer.outcome));
		case 'refusesAll':
			return settled(failure(history, answer));
		case 'transient': {
			if (refusesAll || retries >= options.maxRetries) return settled(failure(history, answer));
			// A longer wait is either wrong, or the reason why the run gives up.
			const { retryAfter: named = 0 } = answer;
			const delay = Math.max(retryDelay(retries, random), named <= options.maxThrottleWait ? named : 0);
			return { history: { ...history, retries: retries + 1, last: answer }, delay };
		}
	}
}

/** `notDeleted` is claimed only if no attempt of the item may have been executed. */
function failure(
	{ mayHaveBeenExecuted }: Pick<History, 'mayHaveBeenExecuted'>,
	{ code, httpStatus, said, detail, isContradictory, blockedBy }: FailureInfo,
	outcome: 'notDeleted' | 'unknown' = 'notDeleted',
): Failure {
	const info = { code, httpStatus, said, detail, isContradictory, blockedBy };
	return { status: 'failed', outcome: mayHaveBeenExecuted ? 'unknown' : outcome, ...info };
}

/** Milliseconds before retry number `retries` (counted from 0). */
export function retryDelay(retries: number, random: () => number): number {
	const delay = Math.min(FIRST_RETRY_DELAY * 2 ** retries, LONGEST_RETRY_DELAY);
	return delay * (1 - JITTER + 2 * JITTER * random());
}

/** The outcome of a job that the end of the run left unsettled. */
export function outcomeAtEnd(history: Pick<History, 'mayHaveBeenExecuted' | 'last'>, end: RunEnd): Failure {
	if (history.last) return { ...failure(history, history.last), stoppedBy: end };
	return { status: 'failed', outcome: 'notAttempted', code: 'RUN_STOPPED', httpStatus: null, stoppedBy: end };
}
