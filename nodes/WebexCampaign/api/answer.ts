import { showsKeyIsRight } from './failureTable';

/** What is known of a failure. */
export interface FailureInfo {
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
	/** The API's own description, cleaned: only ever shown in a description. */
	said?: string;
	/** What else the outside said or looked like, cleaned as well. */
	detail?: string;
	/** A transaction id says that the profile was deleted, and a code or the HTTP status that it was not. */
	isContradictory?: true;
	/** What keeps any request from being sent. */
	blockedBy?: BlockedBy;
}

/** `n8n`: its own rules for addresses. `proxyVariable`: HTTP_PROXY or the like is no URL. */
export type BlockedBy = 'certificate' | 'n8n' | 'proxyVariable';

/** What one reply, or the lack of one, means. Outcomes are decided from answers, never from exceptions. */
export type Answer =
	| { kind: 'deleted'; transactionId: string }
	| (FailureInfo & { kind: 'notFound' })
	/** Refused by the throttle, so not executed. `retryAfter`: the wait in ms that the reply asks for. */
	| (FailureInfo & { kind: 'throttled'; retryAfter?: number })
	/** For this item, nothing that sending it again would change. */
	| (FailureInfo & { kind: 'final'; outcome: 'notDeleted' | 'unknown'; isUsable: boolean })
	| RefusesAll
	| Transient;

/** Not executed, and if it is no slip, every other item would get this answer too. */
export interface RefusesAll extends FailureInfo {
	kind: 'refusesAll';
	isUsable: boolean;
}

/** Worth another attempt, and never usable. */
export interface Transient extends FailureInfo {
	kind: 'transient';
	mayHaveBeenExecuted: boolean;
	/** It refuses all if none of the lane's requests has been answered, or answered by the API itself, before. */
	refusesAllBefore?: 'anyReply' | 'usableReply';
	/** The wait in ms that the reply asks for. */
	retryAfter?: number;
}

/** Whether the API itself has replied: a web page, or a server fault without a word, may be anybody's. */
export const isUsable = (answer: Answer): boolean =>
	'isUsable' in answer ? answer.isUsable : answer.kind !== 'transient';

/** Whether only the API at this address says so, and only to a key that it accepts. */
export const provesAccess = (answer: Answer): boolean =>
	answer.kind === 'deleted' || answer.kind === 'notFound' || (answer.kind === 'final' && showsKeyIsRight(answer.code));
