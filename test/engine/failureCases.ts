import type { FaultRule } from '../../simulator/faults';
import type { FailedFields } from './shapes';

/** A failure that strikes one item, and what becomes of that item when it is sent only once. */
export interface FailureCase extends Pick<FailedFields, 'code' | 'httpStatus' | 'outcome'> {
	reply: string;
	fault: FaultRule;
	/** No further item is sent: each would fare the same. `first`: only as long as the API itself has not replied. */
	endsRun?: 'always' | 'first';
	/** Seconds, if the case is about time; else there is time enough on the busiest machine. */
	requestTimeout?: number;
}

const failure = (code: number, also: Partial<FaultRule> = {}): FaultRule => ({
	fault: 'failure',
	code,
	...also,
});

/** Rows of the reference page's failure table. */
export const documented: FailureCase[] = [
	{ reply: '102', fault: failure(102), code: '102', httpStatus: 200, outcome: 'notDeleted' },
	{ reply: '1010', fault: failure(1010), code: '1010', httpStatus: 200, outcome: 'notDeleted' },
	{ reply: '1020', fault: failure(1020), code: '1020', httpStatus: 200, outcome: 'notDeleted' },
	{ reply: '430', fault: failure(430), code: '430', httpStatus: 401, outcome: 'notDeleted', endsRun: 'always' },
	{ reply: '498', fault: failure(498), code: '498', httpStatus: 401, outcome: 'notDeleted', endsRun: 'always' },
	{ reply: '405', fault: failure(405), code: '405', httpStatus: 405, outcome: 'notDeleted', endsRun: 'always' },
	{
		reply: '429, and no time to wait',
		fault: failure(429),
		code: 'THROTTLED',
		httpStatus: 429,
		outcome: 'notDeleted',
		endsRun: 'always',
	},
	{ reply: '499', fault: failure(499), code: '499', httpStatus: 499, outcome: 'notDeleted' },
	{ reply: '500', fault: failure(500), code: '500', httpStatus: 500, outcome: 'unknown' },
	{
		reply: '500, although the profile was deleted',
		fault: failure(500, { executed: true }),
		code: '500',
		httpStatus: 500,
		outcome: 'unknown',
	},
	{ reply: '1001', fault: failure(1001), code: '1001', httpStatus: 500, outcome: 'notDeleted' },
];

/** Replies that the page does not have. */
const undocumented: FailureCase[] = [
	{ reply: 'an unlisted code', fault: failure(777), code: '777', httpStatus: 200, outcome: 'unknown' },
	{
		reply: 'an unlisted code with HTTP 400',
		fault: failure(777, { httpStatus: 400 }),
		code: '777',
		httpStatus: 400,
		outcome: 'notDeleted',
	},
	{
		reply: 'an unlisted code with HTTP 503',
		fault: failure(777, { httpStatus: 503 }),
		code: '777',
		httpStatus: 503,
		outcome: 'unknown',
	},
	...(
		[
			['a web page', { fault: 'webPage' }, 200, 'unknown'],
			['a web page, although the profile was deleted', { fault: 'webPage', executed: true }, 200, 'unknown'],
			['an empty body', { fault: 'empty' }, 200, 'unknown'],
			['neither id nor code', { fault: 'neitherField' }, 200, 'unknown'],
			['both id and code', { fault: 'idAndCode' }, 200, 'unknown'],
			['HTTP 503', { fault: 'webPage', httpStatus: 503 }, 503, 'unknown'],
			['HTTP 400', { fault: 'webPage', httpStatus: 400 }, 400, 'notDeleted'],
			['HTTP 408 after the delete', { fault: 'webPage', httpStatus: 408, executed: true }, 408, 'unknown'],
		] as Array<[string, FaultRule, number, FailureCase['outcome']]>
	).map(([reply, fault, httpStatus, outcome]): FailureCase => {
		return { reply, fault, code: 'UNEXPECTED_REPLY', httpStatus, outcome };
	}),
	...[302, 404, 429, 503].map(
		(httpStatus): FailureCase => ({
			reply: `a transaction id with HTTP ${httpStatus}`,
			fault: { fault: 'wrongStatus', httpStatus, executed: true },
			code: 'UNEXPECTED_REPLY',
			httpStatus,
			outcome: 'unknown',
		}),
	),
	{
		reply: 'code 500 with HTTP 200, although the profile was deleted',
		fault: failure(500, { httpStatus: 200, executed: true }),
		code: '500',
		httpStatus: 200,
		outcome: 'unknown',
	},
	...[302, 401, 403, 404, 405].map(
		(httpStatus): FailureCase => ({
			reply: `HTTP ${httpStatus} without a code`,
			fault: httpStatus === 302 ? { fault: 'redirect' } : { fault: 'webPage', httpStatus },
			code: 'UNEXPECTED_REPLY',
			httpStatus,
			outcome: 'notDeleted',
			endsRun: httpStatus === 401 ? 'always' : 'first',
		}),
	),
];

const lost = { code: 'CONNECTION_FAILED', httpStatus: null, outcome: 'unknown' } as const;
const late = { code: 'TIMED_OUT', httpStatus: null, outcome: 'unknown', requestTimeout: 1.2 } as const;

/** No complete reply at all. */
const transport: FailureCase[] = [
	{ reply: 'a connection lost before the delete', fault: { fault: 'lost' }, ...lost },
	{ reply: 'a connection lost after the delete', fault: { fault: 'lost', executed: true }, ...lost },
	{ reply: 'a reply cut in the middle', fault: { fault: 'cut', executed: true }, ...lost },
	{ reply: 'no reply', fault: { fault: 'hang', executed: true }, ...late },
	{ reply: 'a reply that drips', fault: { fault: 'drip', executed: true, dripMs: 50 }, ...late },
];

export const failureCases: FailureCase[] = [...documented, ...undocumented, ...transport];

/** No retry and no wait, one at a time: the first reply decides. */
export const firstReplyDecides = { concurrency: 1, maxRetries: 0, maxThrottleWait: 0 };
