import type { Answer, Told } from '../api/answer';
import type { RunOptions } from '../input/options';
import type { Job } from './job';
import type { Failure, Outcome, RunEnd } from './outcome';

export type Step =
	| { kind: 'settle'; outcome: Outcome }
	/** `last`: what to tell if the run ends before the next attempt. */
	| { kind: 'retry'; delay: number; last: Told }
	| { kind: 'waitForThrottle'; last: Told };

const FIRST_RETRY_DELAY = 500;
const LONGEST_RETRY_DELAY = 8_000;
/** Delays are spread by a quarter to both sides, so that runs that failed together do not come back together. */
const JITTER = 0.25;

type History = Pick<Job, 'retries' | 'mayHaveBeenExecuted'>;

/**
 * What to do after an answer. Sending a delete again is safe in itself (a second delete finds nothing), but afterwards
 * "not found" no longer proves that the profile was missing, and a refusal no longer proves that it is still there.
 *
 * @param history the job including this answer: `mayHaveBeenExecuted` already counts it
 */
export function nextStep(
	answer: Answer,
	history: History,
	options: Pick<RunOptions, 'ifNotFound' | 'maxRetries'>,
	random: () => number,
): Step {
	const settle = (outcome: Outcome): Step => ({ kind: 'settle', outcome });
	switch (answer.kind) {
		case 'deleted':
			return settle({ status: 'deleted', transactionId: answer.transactionId });
		case 'notFound':
			if (history.mayHaveBeenExecuted) return settle({ status: 'goneAfterRetry' });
			if (options.ifNotFound === 'continue') return settle({ status: 'notFound' });
			return settle(failure(history, { ...answer, code: '1020' }));
		case 'throttled':
			return { kind: 'waitForThrottle', last: { ...answer, code: 'THROTTLED' } };
		case 'failed':
			return settle(failure(history, answer, answer.outcome));
		case 'fault':
			if (history.retries < options.maxRetries)
				return { kind: 'retry', delay: retryDelay(history.retries, random), last: answer };
			return settle(failure(history, answer));
	}
}

/** `notDeleted` is claimed only if no attempt of the item may have been executed. */
export function failure(
	{ mayHaveBeenExecuted }: Pick<Job, 'mayHaveBeenExecuted'>,
	{ code, httpStatus, detail, contradictory }: Told,
	outcome: 'notDeleted' | 'unknown' = 'notDeleted',
): Failure {
	return {
		status: 'failed',
		outcome: mayHaveBeenExecuted ? 'unknown' : outcome,
		code,
		httpStatus,
		detail,
		...(contradictory && { contradictory }),
	};
}

/** Milliseconds before retry number `retries` (counted from 0). */
export function retryDelay(retries: number, random: () => number): number {
	const delay = Math.min(FIRST_RETRY_DELAY * 2 ** retries, LONGEST_RETRY_DELAY);
	return delay * (1 - JITTER + 2 * JITTER * random());
}

/** The outcome of a job that the end of the run left unsettled. */
export function outcomeAtEnd(job: Pick<Job, 'mayHaveBeenExecuted' | 'last'>, end: RunEnd): Failure {
	if (job.last) return { ...failure(job, job.last), stoppedBy: end };
	return { status: 'failed', outcome: 'notAttempted', code: 'RUN_STOPPED', httpStatus: null, stoppedBy: end };
}
