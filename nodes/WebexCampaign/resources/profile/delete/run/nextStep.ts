import type { Answer, FailureInfo } from '../../../../api/answer';
import type { RunOptions } from '../../../../input/options';
import type { CircuitBreaker } from '../../../../lane/circuitBreaker';
import type { RunEnd, Step } from '../../../../lane/run';
import type { DeleteJob, Failure, Outcome } from './deleteJob';

/** The pause before a retry doubles from the first to the longest, in ms. */
export const FIRST_RETRY_DELAY = 500;
export const LONGEST_RETRY_DELAY = 8_000;
/** Pauses are spread by a quarter to both sides, so that runs that failed together do not come back together. */
export const JITTER = 0.25;

type StepWithOutcome = Exclude<Step, { kind: 'settle' }> | (Step & { kind: 'settle'; outcome: Outcome });

/**
 * What to do after an answer. Sending a delete again is safe in itself (a second delete finds nothing), but afterwards
 * "not found" no longer proves that the profile was missing, and a refusal no longer proves that it is still there.
 *
 * @param history the job including this answer: `mayHaveBeenExecuted` already counts it
 */
export function nextStep(
	answer: Answer,
	history: Pick<DeleteJob, 'retries' | 'mayHaveBeenExecuted'>,
	lane: Pick<CircuitBreaker, 'hasHad'>,
	options: Pick<RunOptions, 'ifNotFound' | 'maxRetries' | 'maxThrottleWait'>,
	random: () => number,
): StepWithOutcome {
	switch (answer.kind) {
		case 'deleted':
			return settled({ status: 'deleted', transactionId: answer.transactionId });
		case 'notFound':
			if (history.mayHaveBeenExecuted) return settled({ status: 'goneAfterRetry' });
			if (options.ifNotFound === 'continue') return settled({ status: 'notFound' });
			return settled(failure(history, { ...answer, code: '1020' }));
		case 'throttled':
			return { kind: 'waitForThrottle', last: { ...answer, code: 'THROTTLED' } };
		case 'final':
			return settled(failure(history, answer, answer.outcome));
		case 'endsRun':
			return { ...settled(failure(history, answer)), endsRuns: answer };
		case 'transient': {
			// As long as nothing shows that the address is right, an unknown host or some other server's page ends the run.
			const { endsRunBefore } = answer;
			const isFirst = endsRunBefore && !lane.hasHad(endsRunBefore);
			if (isFirst) return { ...settled(failure(history, answer)), endsRuns: answer };
			if (history.retries >= options.maxRetries) return settled(failure(history, answer));
			const named = Math.min(answer.retryAfter ?? 0, options.maxThrottleWait);
			return { kind: 'retry', delay: Math.max(retryDelay(history.retries, random), named), last: answer };
		}
	}
}

const settled = (outcome: Outcome) => ({ kind: 'settle' as const, outcome, isFailure: outcome.status === 'failed' });

/** `notDeleted` is claimed only if no attempt of the item may have been executed. */
function failure(
	{ mayHaveBeenExecuted }: Pick<DeleteJob, 'mayHaveBeenExecuted'>,
	{ code, httpStatus, detail, isContradictory }: FailureInfo,
	outcome: 'notDeleted' | 'unknown' = 'notDeleted',
): Failure {
	const known = { code, httpStatus, detail, ...(isContradictory && { isContradictory }) };
	return { status: 'failed', outcome: mayHaveBeenExecuted ? 'unknown' : outcome, ...known };
}

/** Milliseconds before retry number `retries` (counted from 0). */
export function retryDelay(retries: number, random: () => number): number {
	const delay = Math.min(FIRST_RETRY_DELAY * 2 ** retries, LONGEST_RETRY_DELAY);
	return delay * (1 - JITTER + 2 * JITTER * random());
}

/** The outcome of a job that the end of the run left unsettled. */
export function outcomeAtEnd(job: Pick<DeleteJob, 'mayHaveBeenExecuted' | 'last'>, end: RunEnd): Failure {
	if (job.last) return { ...failure(job, job.last), stoppedBy: end };
	return { status: 'failed', outcome: 'notAttempted', code: 'RUN_STOPPED', httpStatus: null, stoppedBy: end };
}
