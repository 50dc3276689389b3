import { FAILURE_TABLE } from '../../../nodes/WebexCampaign/api/failureTable';
import type { RunEnd } from '../../../nodes/WebexCampaign/lane/run';
import type { Failure } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { failure } from '../delete/records';

const refusedBy = (code: string): RunEnd => ({
	why: 'answer',
	answer: { code, httpStatus: 401, said: 'd' },
});

/** Every way in which a run can end early. */
const ends: RunEnd[] = [
	refusedBy('430'),
	refusedBy('498'),
	refusedBy('405'),
	refusedBy('UNEXPECTED_REPLY'),
	refusedBy('CONNECTION_FAILED'),
	{ why: 'throttle' },
	{ why: 'throttle', askedFor: 3_600_000 },
	{ why: 'outage' },
	{ why: 'outage', last: { code: 'UNEXPECTED_REPLY', httpStatus: 503, detail: 'HTTP 503' } },
	{ why: 'failedItem' },
	{ why: 'cancelled' },
];

const noReply = { httpStatus: null, said: undefined, detail: 'socket hang up' };
const ownFailures: Failure[] = [
	failure({ code: 'E-77' }),
	...[200, 302, 401, 403, 404, 405, 418].map((httpStatus) => failure({ code: 'UNEXPECTED_REPLY', httpStatus })),
	...[200, 500, 502, 503, 504].map((httpStatus) =>
		failure({ code: 'UNEXPECTED_REPLY', httpStatus, outcome: 'unknown' }),
	),
	failure({ code: 'UNEXPECTED_REPLY', outcome: 'unknown', isContradictory: true }),
	failure({ code: 'CONNECTION_FAILED', ...noReply }),
	...(['certificate', 'n8n', 'proxyVariable'] as const).map((blockedBy) =>
		failure({ code: 'CONNECTION_FAILED', ...noReply, blockedBy }),
	),
	failure({ code: 'E-77', said: undefined, detail: 'HTTP 401' }),
	failure({ code: 'CONNECTION_FAILED', ...noReply, outcome: 'unknown' }),
	failure({ code: 'TIMED_OUT', ...noReply, outcome: 'unknown' }),
	...ends.flatMap((stoppedBy) => [
		failure({ code: 'RUN_STOPPED', outcome: 'notAttempted', httpStatus: null, said: undefined, stoppedBy }),
		failure({ code: 'THROTTLED', httpStatus: 429, stoppedBy }),
	]),
];

/** Every kind of failed item that a run can leave behind, by name. */
export const everyFailure: Array<[name: string, failure: Failure]> = [
	...FAILURE_TABLE.flatMap(({ code, httpStatus }) => [
		failure({ code, httpStatus }),
		failure({ code, httpStatus, outcome: 'unknown' }),
	]),
	...ownFailures,
].map((given) => [
	[
		given.code,
		given.httpStatus,
		given.outcome,
		given.stoppedBy?.why,
		given.blockedBy ?? (given.isContradictory && 'id and code'),
	].join(' '),
	given,
]);
