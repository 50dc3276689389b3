/**
 * The wait a reply asks for, in ms, or undefined if it asks for none that makes sense. RFC 9110, 10.2.3: whole seconds or
 * a date; decimals are taken too. The reference page documents neither, so garbage and times gone by count as nothing.
 *
 * @param dateHeader the same reply's `Date`: a date is measured against the clock of the server that wrote it
 * @param wallClockNow ms since 1970, for a reply without a `Date`
 */
export function parseRetryAfter(header: unknown, dateHeader: unknown, wallClockNow: number): number | undefined {
	if (typeof header !== 'string') return undefined;
	const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : NaN;
	const wait = Number.isNaN(seconds)
		? parseHttpDate(header) - (parseHttpDate(dateHeader) || wallClockNow)
		: seconds * 1000;
	return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

/** RFC 9110, 5.6.7: the form in use, and the two that must still be understood. `Date.parse` alone takes "12" for a date. */
const HTTP_DATE = /^\w{3,9},? [\w -]+ \d\d:\d\d:\d\d (?:GMT|\d{4})$/;

/** ms since 1970, or NaN. */
function parseHttpDate(text: unknown): number {
	const trimmed = typeof text === 'string' ? text.trim() : '';
	return HTTP_DATE.test(trimmed) ? Date.parse(trimmed.replace(/( GMT)?$/, ' GMT')) : NaN;
}
