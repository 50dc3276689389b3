import type { Told } from '../api/answer';

/** What became of the profile when no success can be claimed. */
type FailureOutcome = 'notDeleted' | 'unknown' | 'notAttempted';

export interface Failure {
	status: 'failed';
	outcome: FailureOutcome;
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
	/** What the outside said, already cleaned: only ever shown in a description. */
	detail?: string;
	/** The reply held a transaction id and a code. */
	contradictory?: true;
	/** For refused input: what is wrong and what to do. */
	refusal?: { message: string; description: string };
	/** The end of the run that kept this item from being sent, or sent again. */
	stoppedBy?: RunEnd;
}

/** The truth about one item: every later step (stop, output, text, hint) is a function of it. */
export type Outcome =
	| { status: 'deleted'; transactionId: string }
	/** An earlier attempt may have been executed, and now the API says "not found". */
	| { status: 'goneAfterRetry' }
	| { status: 'notFound' }
	| { status: 'dryRun' }
	| Failure;

/** Why a run ended before all its items were settled. */
export type RunEnd =
	/** A reply after which every other item would fare the same. */
	| ({ why: 'rejected' } & Told)
	/** `askedFor`: the wait in ms that the API asked for, if it went beyond 'Max Throttle Wait'. */
	| { why: 'throttle'; askedFor?: number }
	| { why: 'outage' }
	/** On Error is 'Stop' and an item failed. */
	| { why: 'failedItem' }
	| { why: 'cancelled' };
