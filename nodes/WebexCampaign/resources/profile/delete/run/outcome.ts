import type { FailureInfo } from '../../../../api/answer';
import type { RunEnd } from '../../../../lane/run';

/** The truth about one item: every later step (stop, output, text, hint) is a function of it. */
export type Outcome =
	| { status: 'deleted'; transactionId: string }
	/** An earlier attempt may have been executed, and now the API says "not found". */
	| { status: 'goneAfterRetry' }
	| { status: 'notFound' }
	| { status: 'dryRun' }
	| Failure;

/** No success can be claimed. */
export interface Failure extends Omit<FailureInfo, 'detail'> {
	status: 'failed';
	outcome: 'notDeleted' | 'unknown' | 'notAttempted';
	/** What the outside said, already cleaned: only ever shown in a description. */
	detail?: string;
	/** For refused input: what is wrong and what to do. */
	refusal?: { message: string; description: string };
	/** The end of the run that kept this item from being sent, or sent again. */
	stoppedBy?: RunEnd;
}
