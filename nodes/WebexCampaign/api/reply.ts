import { clean, type Mask } from '../text/clean';
import type { Answer, FailureInfo } from './answer';
import { meaningOf } from './failureTable';

/** A reply as it came over the wire. */
export interface Reply {
	status: number;
	headers: Record<string, unknown>;
	body: string;
}

const UNEXPECTED = 'UNEXPECTED_REPLY';
/** Anything else is no code that could be shown. */
const PLAUSIBLE_CODE = /^[\w.-]{1,20}$/;

/**
 * Decides by the body, not by the HTTP status alone: the API reports most failures as HTTP 200. The first rule that fits
 * applies. But for the codes of the failure table it is caution: a gateway, proxy or firewall before the API answers in its
 * own name, often with codes of its own. So a code that nobody documented changes nothing; it is only shown.
 *
 * Reading can't fail: whatever a reply holds, a rule fits.
 *
 * @param mask hides the API key wherever the reply echoes it
 * @param wallClock ms since 1970, to read a `Retry-After` that is a date
 */
export function readReply(reply: Reply, mask: Mask, wallClock: number): Answer {
	const { status } = reply;
	const family = Math.floor(status / 100);
	const fields = fieldsOf(reply.body);
	const transactionId = readTransactionId(fields['transaction-id'], reply.body, mask);
	const given = readCode(fields.code, status);
	if (transactionId !== undefined && family === 2 && !given.isThere) return { kind: 'deleted', transactionId };
	if (transactionId !== undefined) {
		const info = { code: UNEXPECTED, httpStatus: status, detail: looksOf(reply, mask) };
		return { kind: 'final', outcome: 'unknown', isUsable: true, ...info, isContradictory: true };
	}

	const info = readFailure(reply, mask);
	const retryAfter = parseRetryAfter(reply.headers['retry-after'], reply.headers.date, wallClock);
	const transient = { kind: 'transient' as const, ...info, retryAfter };
	const meaning = status === 429 ? 'throttled' : meaningOf(given.code, status);
	if (meaning === 'throttled') return { kind: 'throttled', ...info, code: 'THROTTLED', retryAfter };
	if (meaning === 'refusesAll') return { kind: 'refusesAll', isUsable: true, ...info };
	if (meaning === 'notFound') return { kind: 'notFound', ...info };
	if (meaning === 'notDeleted') return { kind: 'final', outcome: 'notDeleted', isUsable: true, ...info };
	if (meaning === 'serverFault' || family === 5 || status === 408) return { ...transient, mayHaveBeenExecuted: true };
	if (status === 401) return { kind: 'refusesAll', isUsable: false, ...info };
	// A firewall that dislikes one item's text, or a host behind a balancer just after a deployment; if nothing but such
	// pages has come so far, the address is wrong.
	if (family === 3 || [403, 404, 405].includes(status))
		return { ...transient, mayHaveBeenExecuted: false, refusesAllBefore: 'usableReply' };
	// Only a proxy says so, of a request that it did not pass on.
	if (status === 407) return { ...transient, mayHaveBeenExecuted: false, code: 'CONNECTION_FAILED', httpStatus: null };
	if (family === 4) return { kind: 'final', outcome: 'notDeleted', isUsable: false, ...info };
	return { kind: 'final', outcome: 'unknown', isUsable: info.said !== undefined, ...info };
}

/** What any reply tells of a failure; `UNEXPECTED_REPLY` if it has no code. */
export function readFailure(reply: Reply, mask: Mask): FailureInfo {
	const { status } = reply;
	const fields = fieldsOf(reply.body);
	const { code } = readCode(fields.code, status);
	const description = typeof fields.description === 'string' ? clean(fields.description, mask) : '';
	// The API's own form is a code and a description; with a failed status a gateway may have written both.
	const isApisWord = meaningOf(code, status) !== undefined || (code !== undefined && Math.floor(status / 100) === 2);
	const words = isApisWord && description !== '' ? { said: description } : { detail: looksOf(reply, mask) };
	return { code: clean(code ?? UNEXPECTED, mask), httpStatus: status, ...words };
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

/** A string, or a number with more digits than JavaScript keeps. */
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{14,}/g;

/** Text or a number, every digit of it; undefined for 0, a word for nothing, or anything else. */
function readTransactionId(value: unknown, body: string, mask: Mask): string | undefined {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		const asTexts = body.replace(STRING_OR_LONG_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`));
		return mask(String(fieldsOf(asTexts)['transaction-id']));
	}
	const id = typeof value === 'string' ? clean(value, mask) : typeof value === 'number' ? mask(String(value)) : '';
	return /^(?:|0|null|undefined)$/i.test(id) ? undefined : id;
}

/**
 * The page prints no example of a code, so numbers and texts are taken alike. Gateways add 200 to what went well, and the
 * failure table has no such row.
 *
 * @returns `code` only if it can be one
 */
function readCode(value: unknown, status: number): { isThere: boolean; code?: string } {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
	const isNothing = text === '' || text === '0' || (text === '200' && status === 200);
	if (value === undefined || value === null || value === false || isNothing) return { isThere: false };
	return { isThere: true, ...(text !== undefined && PLAUSIBLE_CODE.test(text) ? { code: text } : {}) };
}

/** "HTTP 302, text/html, to https://login.example.com: Found" */
function looksOf({ status, headers, body }: Reply, mask: Mask): string {
	const header = (name: string) => (typeof headers[name] === 'string' ? clean(headers[name], mask) : '');
	const target = header('location');
	const type = header('content-type') || 'no content type';
	return `HTTP ${status}, ${type}${target && `, to ${target}`}: ${clean(body, mask) || 'an empty body'}`;
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
