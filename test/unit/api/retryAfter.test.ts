import { parseRetryAfter } from '../../../nodes/WebexCampaign/api/reply';

const NOON = 'Sun, 06 Nov 1994 12:00:00 GMT';
const wallClockNow = Date.parse(NOON);

describe('Retry-After is read as ms', () => {
	it.each<[string, unknown, number]>([
		['seconds', '120', 120_000],
		['no wait', '0', 0],
		['white space around', ' 5 ', 5000],
		['decimals', '1.5', 1500],
		['a day', '86400', 86_400_000],
		['a date', 'Sun, 06 Nov 1994 12:00:37 GMT', 37_000],
		['the same second', NOON, 0],
		['an RFC 850 date', 'Sunday, 06-Nov-94 12:01:00 GMT', 60_000],
		['an asctime date, which is in GMT too', 'Sun Nov  6 12:00:09 1994', 9000],
	])('%s', (_name, header, wait) => {
		expect(parseRetryAfter(header, undefined, wallClockNow)).toBe(wait);
	});
});

describe("a date is measured against the server's clock", () => {
	const inAMinute = 'Sun, 06 Nov 1994 12:01:00 GMT';
	it.each<[string, unknown, number]>([
		['its Date header', 'Sun, 06 Nov 1994 12:00:50 GMT', 10_000],
		['ours, if it sends none', undefined, 60_000],
		['ours, if it sends garbage', 'noon', 60_000],
	])('%s', (_name, dateHeader, wait) => {
		expect(parseRetryAfter(inAMinute, dateHeader, wallClockNow)).toBe(wait);
	});
});

describe('what makes no sense counts as no Retry-After', () => {
	it.each<[string, unknown]>([
		['absent', undefined],
		['null', null],
		['empty', ''],
		['blank', '  '],
		['words', 'soon'],
		['negative', '-5'],
		['with a unit', '5s'],
		['exponent', '1e3'],
		['hexadecimal', '0x10'],
		['endless', '9'.repeat(400)],
		['a number instead of text', 5],
		['a list', ['5']],
		['a date gone by', 'Sun, 06 Nov 1994 11:59:59 GMT'],
		['a date that does not exist', 'Sun, 99 Nov 1994 12:00:00 GMT'],
		['an ISO date', '1994-11-06T12:00:30Z'],
		['a date without time zone', 'Sun, 06 Nov 1994 12:00:30'],
	])('%s', (_name, header) => {
		expect(parseRetryAfter(header, undefined, wallClockNow)).toBeUndefined();
	});
});
