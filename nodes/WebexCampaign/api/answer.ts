/** What is known of a failure. */
export interface FailureInfo {
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
	/** What the outside said, already cleaned: only ever shown in a description. */
	detail?: string;
	/** A transaction id says that the profile was deleted, and a code or the HTTP status that it was not. */
	isContradictory?: true;
}

/** What one reply, or the lack of one, means. Outcomes are decided from answers, never from exceptions. */
export type Answer =
	| { kind: 'deleted'; transactionId: string }
	| (WithoutCode & { kind: 'notFound' })
	/** Refused by the throttle, so not executed. `retryAfter`: the wait in ms that the reply asks for. */
	| (WithoutCode & { kind: 'throttled'; retryAfter?: number })
	/** For this item, nothing that sending it again would change. `isUsable`: see below. */
	| (FailureInfo & { kind: 'final'; outcome: 'notDeleted' | 'unknown'; isUsable: boolean })
	| EndsRun
	| Transient;

/** The kind says it. */
type WithoutCode = Omit<FailureInfo, 'code'>;

/** Not executed, and every other item would get this answer too. */
export interface EndsRun extends FailureInfo {
	kind: 'endsRun';
	isUsable: boolean;
}

/** Worth another attempt, and never usable. */
export interface Transient extends FailureInfo {
	kind: 'transient';
	mayHaveBeenExecuted: boolean;
	/** It ends the run if none of the lane's requests has been answered, or answered by the API itself, before. */
	endsRunBefore?: 'anyReply' | 'usableReply';
	/** The wait in ms that the reply asks for. */
	retryAfter?: number;
}

/** Whether the API itself has replied: a web page, or a server fault without a word, may be anybody's. */
export const isUsable = (answer: Answer): boolean =>
	'isUsable' in answer ? answer.isUsable : answer.kind !== 'transient';
