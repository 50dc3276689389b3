import type { Answer, FailureInfo } from '../api/answer';
import type { RunOptions } from '../input/options';

/** Why a run ended before all its items were settled. */
export type RunEnd =
	/** An answer that every other item would get too. */
	| { why: 'answer'; answer: FailureInfo }
	/** `askedFor`: the wait in ms that the API asked for, if that was more than 'Max Throttle Wait'. */
	| { why: 'throttle'; askedFor?: number }
	/** `last`: what the last of the items in a row got. */
	| { why: 'outage'; last?: FailureInfo }
	/** On Error is 'Stop' and an item failed. */
	| { why: 'failedItem' }
	| { why: 'cancelled' };

/**
 * One execution of the node, as its lane sees it: jobs, told by their numbers, that are to be sent. It alone knows what is
 * known of each. What one of these functions throws ends this run alone.
 */
export interface Run {
	readonly options: Pick<RunOptions, 'concurrency' | 'maxRequestsPerSecond' | 'maxThrottleWait'>;
	/** There is a job that was not sent yet, and the run has not ended. */
	readonly hasNew: boolean;
	/** Nothing is to be sent any more. What is in flight is awaited, but after a cancel: n8n aborts it then. */
	readonly endedBy: RunEnd | undefined;
	/** The execution was cancelled. */
	readonly isCancelled: boolean;
	/** Takes the next job that was not sent yet. */
	takeNew(): number;
	/** Ends within the request's deadline. */
	send(job: number): Promise<Answer>;
	/**
	 * @param refusesAll this answer ends all runs, as every other item would get it too
	 * @returns in how many ms at the earliest it is to be sent again; undefined: it is settled
	 */
	onAnswer(job: number, answer: Answer, refusesAll: boolean): number | undefined;
	end(why: RunEnd): void;
	/** Called at least twice a second, and when it joins the lane. */
	poll(now: number): void;
}
