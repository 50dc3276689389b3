/** What one reply, or the lack of one, means. Outcomes are decided from answers, never from exceptions. */
export type Answer = Deleted | NotFound | Throttled | Final | EndsRun | Transient;

export interface Deleted {
	kind: 'deleted';
	transactionId: string;
}

export interface NotFound {
	kind: 'notFound';
	httpStatus: number;
	detail: string;
}

/** Refused by the throttle, so not executed. */
export interface Throttled {
	kind: 'throttled';
	httpStatus: number;
	detail: string;
	/** The wait that the reply asks for, in ms. */
	retryAfter?: number;
}

/** Nothing that sending it again would change, for this item. */
export interface Final extends FailureInfo {
	kind: 'final';
	outcome: 'notDeleted' | 'unknown';
	/** The API itself has replied, so this is no part of an outage. So it has with the three kinds above. */
	isUsable: boolean;
}

/** Not executed, and every other item would fare the same. */
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
	/** The wait that the reply asks for, in ms. */
	retryAfter?: number;
}

export interface FailureInfo {
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
	/** Cleaned text from outside. */
	detail: string;
	/** A transaction id says that the profile was deleted, and a code or the HTTP status that it was not. */
	isContradictory?: true;
}

/** Whether the API itself has replied: a web page, or a server fault without a word, may be anybody's. */
export function isUsable(answer: Answer): boolean {
	if (answer.kind === 'final' || answer.kind === 'endsRun') return answer.isUsable;
	return answer.kind !== 'transient';
}
