import type { Answer, Transient } from '../../../nodes/WebexCampaign/api/answer';

/** What a server may answer, by name. */
export const deleted: Answer = { kind: 'deleted', transactionId: 't-1' };
export const notFound: Answer = {
	kind: 'notFound',
	code: '1020',
	httpStatus: 200,
	said: 'Contact profile not found',
};

export const throttled = (retryAfter?: number): Answer => ({
	kind: 'throttled',
	code: 'THROTTLED',
	httpStatus: 429,
	said: 'Too many requests',
	...(retryAfter === undefined ? {} : { retryAfter }),
});

/** A failure of this one item. */
export const refused = (code: string, httpStatus = 200): Answer => ({
	kind: 'final',
	outcome: 'notDeleted',
	isUsable: code !== 'UNEXPECTED_REPLY' && code !== '500',
	code,
	httpStatus,
	detail: 'd',
});

/** A reply after which every other item would fare the same. */
export const refusesAll = (code: string, httpStatus: number | null = 401): Answer => ({
	kind: 'refusesAll',
	isUsable: httpStatus !== null && code !== 'UNEXPECTED_REPLY',
	code,
	httpStatus,
	detail: 'd',
});

/** A 2xx reply that makes no sense. */
export const unexpected: Answer = {
	kind: 'final',
	outcome: 'unknown',
	isUsable: false,
	code: 'UNEXPECTED_REPLY',
	httpStatus: 200,
	detail: 'HTTP 200, text/html: hello',
};

const fault = (code: string, httpStatus: number | null, mayHaveBeenExecuted: boolean): Transient => ({
	kind: 'transient',
	mayHaveBeenExecuted,
	code,
	httpStatus,
	detail: 'd',
});
export const serverFault = fault('500', 500, true);
export const unavailable = fault('UNEXPECTED_REPLY', 503, true);
/** What a firewall or a balancer says in the API's place. */
export const notTheApi: Transient = {
	...fault('UNEXPECTED_REPLY', 404, false),
	refusesAllBefore: 'usableReply',
};
export const replyLost = fault('CONNECTION_FAILED', null, true);
export const connectionRefused = fault('CONNECTION_FAILED', null, false);
export const unknownHost: Transient = {
	...fault('CONNECTION_FAILED', null, false),
	refusesAllBefore: 'anyReply',
};
/** The deadline of the request has passed. */
export const timedOut = fault('TIMED_OUT', null, true);
