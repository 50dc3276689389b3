import { clean, type Mask } from '../text/clean';
import type { Answer, FailureInfo } from './answer';

/** A reply as it came over the wire. */
export interface Reply {
	status: number;
	headers: Record<string, unknown>;
	body: string;
}

const UNEXPECTED = 'UNEXPECTED_REPLY';
const REFUSED_KEY = new Set(['430', '498']);
const NOT_DELETED = new Set(['102', '1010', '499', '1001', '405']);
/** Any other code is no code: perhaps a gateway's own words. */
const PLAUSIBLE_CODE = /^[\w.-]{1,20}$/;

/**
 * Decides by the body, not by the HTTP status alone: the API reports most failures as HTTP 200. The first rule that fits
 * applies. Codes and their meaning are from the reference page's failure table. The rest is caution: a gateway, proxy or
 * firewall before the API answers in its own name, and what only it says is never taken for the API's word.
 *
 * @param mask hides the API key wherever the reply echoes it
 * @param wallClock ms since 1970, to read a `Retry-After` that is a date
 */
export function readReply(reply: Reply, mask: Mask, wallClock: number): Answer {
	const { status } = reply;
	const fields = fieldsOf(reply.body);
	const transactionId = readTransactionId(fields['transaction-id'], reply.body, mask);
	const given = readCode(fields.code, status);
	const code = given !== undefined && PLAUSIBLE_CODE.test(given) ? given : undefined;
	const family = Math.floor(status / 100);

	if (transactionId !== undefined && family === 2 && given === undefined) return { kind: 'deleted', transactionId };
	const detail = transactionId === undefined ? detailOf(reply, fields, mask) : looksOf(reply, mask);
	const info = { code: clean(code ?? UNEXPECTED, mask), httpStatus: status, detail };
	// The status of a reply without a code may be a gateway's.
	const isUsable = code !== undefined;
	const retryAfter = parseRetryAfter(reply.headers['retry-after'], reply.headers.date, wallClock);
	const transient = { kind: 'transient' as const, ...info, retryAfter };

	if (transactionId !== undefined)
		return { kind: 'final', outcome: 'unknown', ...info, code: UNEXPECTED, isUsable: true, isContradictory: true };
	if (status === 429 || code === '429') return { kind: 'throttled', httpStatus: status, detail, retryAfter };
	if (code !== undefined) {
		if (REFUSED_KEY.has(code) || (code === '405' && status === 405)) return { kind: 'endsRun', isUsable, ...info };
		if (code === '1020') return { kind: 'notFound', httpStatus: status, detail };
		if (NOT_DELETED.has(code)) return { kind: 'final', outcome: 'notDeleted', isUsable, ...info };
	}
	if (code === '500' || family === 5 || status === 408) return { ...transient, mayHaveBeenExecuted: true };
	if (code === undefined) {
		if (status === 401) return { kind: 'endsRun', isUsable, ...info };
		// A firewall that dislikes one item's text, or a host behind a balancer just after a deployment; if nothing but such
		// pages has come so far, the address is wrong.
		if (family === 3 || [403, 404, 405].includes(status))
			return { ...transient, mayHaveBeenExecuted: false, endsRunBefore: 'usableReply' };
		// Only a proxy says so, of a request that it did not pass on.
		if (status === 407)
			return { ...transient, mayHaveBeenExecuted: false, code: 'CONNECTION_FAILED', httpStatus: null };
	}
	return { kind: 'final', outcome: family === 3 || family === 4 ? 'notDeleted' : 'unknown', isUsable, ...info };
}

/** What any reply tells of a failure; `UNEXPECTED_REPLY` if it has no code. */
export function readFailure(reply: Reply, mask: Mask): FailureInfo {
	const fields = fieldsOf(reply.body);
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

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** The fields of a JSON object; anything else has none. */
function fieldsOf(body: string): Record<string, unknown> {
	const content = parseJson(body);
	return isObject(content) ? content : {};
}

/** Text or a number; not 0 or a word for nothing. Parsing rounds numbers beyond 2^53: those are read from the raw body. */
function readTransactionId(value: unknown, body: string, mask: Mask): string | undefined {
	if (/^\s*(?:0|null|undefined)\s*$/i.test(String(value))) return undefined;
	if (typeof value === 'string') return clean(value, mask) || undefined;
	if (typeof value !== 'number') return undefined;
	const digits = Number.isSafeInteger(value) ? undefined : /"transaction-id"\s*:\s*(-?[\d.eE+-]+)/.exec(body)?.[1];
	return mask(digits ?? String(value));
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
	const type = typeof contentType === 'string' && contentType !== '' ? clean(contentType, mask) : 'no content type';
	return `HTTP ${reply.status}, ${type}: ${clean(reply.body, mask) || 'an empty body'}`;
}

/**
 * The wait a reply asks for, in ms, or undefined if it asks for none that makes sense. RFC 9110, 10.2.3: whole seconds or
 * a date; decimals are taken too. The reference page documents neither, so garbage and times gone by count as nothing.
 *
 * @param dateHeader the same reply's `Date`: a date is measured against the clock of the server that wrote it
 * @param wallClock ms since 1970, for a reply without a `Date`
 */
export function parseRetryAfter(header: unknown, dateHeader: unknown, wallClock: number): number | undefined {
	if (typeof header !== 'string') return undefined;
	const isSeconds = /^\s*\d+(\.\d+)?\s*$/.test(header);
	const now = parseHttpDate(dateHeader) || wallClock;
	const wait = isSeconds ? Number(header) * 1000 : parseHttpDate(header) - now;
	return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

/** RFC 9110, 5.6.7: the form in use, and the two that must still be understood. `Date.parse` alone takes "12" for a date. */
const HTTP_DATE = /^\w{3,9},? [\w -]+ \d\d:\d\d:\d\d (?:GMT|\d{4})$/;

/** ms since 1970, or NaN. */
function parseHttpDate(text: unknown): number {
	const trimmed = typeof text === 'string' ? text.trim() : '';
	return HTTP_DATE.test(trimmed) ? Date.parse(trimmed.replace(/( GMT)?$/, ' GMT')) : NaN;
}
