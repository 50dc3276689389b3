import { clean } from '../text/clean';
import type { Mask } from '../text/maskKey';
import type { Answer, FailureInfo } from './answer';
import { parseRetryAfter } from './retryAfter';

/** A reply as it came over the wire. */
export interface Reply {
	status: number;
	headers: Record<string, unknown>;
	body: string;
}

const ENDS_RUN = new Set(['430', '498']);
const NOT_DELETED = new Set(['102', '1010', '499', '1001']);
const PLAUSIBLE_CODE = /^[\w.-]{1,20}$/;

/**
 * Decides by the body, not by the HTTP status alone: the API reports most failures as HTTP 200. The first rule that fits
 * applies; codes and their meaning are from the reference page's failure table, the rest is caution.
 *
 * @param mask hides the API key wherever the reply echoes it
 * @param wallClock ms since 1970, to read a `Retry-After` that is a date
 */
export function readReply(reply: Reply, mask: Mask, wallClock: number): Answer {
	const { status } = reply;
	const fields = fieldsOf(parseJson(reply.body));
	const transactionId = readTransactionId(fields['transaction-id'], reply.body, mask);
	const code = readCode(fields.code, status);
	const detail = () => detailOf(reply, fields, mask);
	const info = (name: string): FailureInfo => ({
		code: clean(name, mask),
		httpStatus: status,
		detail: detail(),
	});
	const isUsable = (name: string) => transactionId !== undefined || (name !== UNEXPECTED && name !== '500');
	const final = (outcome: 'notDeleted' | 'unknown', name: string) => ({
		kind: 'final' as const,
		outcome,
		isUsable: isUsable(name),
		...info(name),
	});
	const endsRun = (name: string) => ({ kind: 'endsRun' as const, isUsable: isUsable(name), ...info(name) });
	const transient = (name: string) => ({
		kind: 'transient' as const,
		mayHaveBeenExecuted: true,
		...info(name),
	});
	const family = Math.floor(status / 100);

	if (family === 2 && transactionId !== undefined && code === undefined) return { kind: 'deleted', transactionId };
	if (transactionId !== undefined && code !== undefined)
		return { ...final('unknown', UNEXPECTED), isContradictory: true, detail: looksOf(reply, mask) };
	if (status === 429 || code === '429') {
		const retryAfter = parseRetryAfter(reply.headers['retry-after'], reply.headers.date, wallClock);
		return {
			kind: 'throttled',
			httpStatus: status,
			detail: detail(),
			...(retryAfter === undefined ? {} : { retryAfter }),
		};
	}
	if (code !== undefined && PLAUSIBLE_CODE.test(code)) {
		if (ENDS_RUN.has(code) || (code === '405' && status === 405)) return endsRun(code);
		if (code === '1020') return { kind: 'notFound', httpStatus: status, detail: detail() };
		if (NOT_DELETED.has(code)) return final('notDeleted', code);
		if (family === 5) return code === '500' ? transient(code) : final('unknown', code);
		return final(family >= 2 && family <= 4 ? 'notDeleted' : 'unknown', code);
	}
	// Only a proxy says so, of a request that it did not pass on.
	if (status === 407) return { ...transient('CONNECTION_FAILED'), mayHaveBeenExecuted: false, httpStatus: null };
	if (family === 3 || [401, 403, 404, 405].includes(status)) return endsRun(UNEXPECTED);
	if (family === 5) return transient(UNEXPECTED);
	return final(family === 4 ? 'notDeleted' : 'unknown', UNEXPECTED);
}

const UNEXPECTED = 'UNEXPECTED_REPLY';

/** What any reply tells of a failure; `UNEXPECTED_REPLY` if it has no code. */
export function readFailure(reply: Reply, mask: Mask): FailureInfo {
	const fields = fieldsOf(parseJson(reply.body));
	const code = reply.status === 429 ? '429' : (readCode(fields.code, reply.status) ?? '');
	return {
		code: PLAUSIBLE_CODE.test(code) ? clean(code, mask) : UNEXPECTED,
		httpStatus: reply.status,
		detail: detailOf(reply, fields, mask),
	};
}

/** undefined: it is not JSON. */
export function parseJson(body: string): unknown {
	try {
		return JSON.parse(body.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

/** Anything but a JSON object has no fields for us. */
function fieldsOf(content: unknown): Record<string, unknown> {
	const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
	return isObject ? (content as Record<string, unknown>) : {};
}

/** Non-blank text or a number, fit to be shown. A number beyond 2^53 is taken from the raw body: parsing rounds it. */
function readTransactionId(value: unknown, body: string, mask: Mask): string | undefined {
	if (typeof value === 'number') {
		return Number.isSafeInteger(value)
			? String(value)
			: (/"transaction-id"\s*:\s*(-?[\d.eE+-]+)/.exec(body)?.[1] ?? String(value));
	}
	return (typeof value === 'string' && clean(value, mask)) || undefined;
}

/**
 * undefined: there is no code. The page prints no example of a code, so numbers and texts are taken alike; gateways add 200
 * to what went well, and the failure table has no such row.
 */
function readCode(value: unknown, status: number): string | undefined {
	if (value === undefined || value === null || value === false) return undefined;
	const code = typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
	return code === '' || code === '0' || (code === '200' && status === 200) ? undefined : code;
}

/** The API's description where there is one, else what the reply looked like. */
function detailOf(reply: Reply, fields: Record<string, unknown>, mask: Mask): string {
	const description = typeof fields.description === 'string' ? clean(fields.description, mask) : '';
	return description || looksOf(reply, mask);
}

function looksOf(reply: Reply, mask: Mask): string {
	const contentType = reply.headers['content-type'];
	const kind = typeof contentType === 'string' && contentType !== '' ? clean(contentType, mask) : 'no content type';
	return `HTTP ${reply.status}, ${kind}: ${clean(reply.body, mask) || 'an empty body'}`;
}
