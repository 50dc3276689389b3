import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { parseRetryAfter, readReply, type Reply } from '../../../nodes/WebexCampaign/api/reply';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';

const API_KEY = 'k3y-Secret/9+x==';
const mask = maskFor(API_KEY);
const NOON = Date.parse('Sun, 06 Nov 1994 12:00:00 GMT');

const read = ({ status = 200, headers = {}, body = '' }: Partial<Reply>) =>
	readReply({ status, headers, body }, mask, NOON) as Answer & { said?: string; detail?: string; retryAfter?: number };

describe("the API's own words are told as such", () => {
	it.each<[string, Partial<Reply>, string | undefined]>([
		['of a documented code', { body: '{"code":102,"description":"Invalid profile id"}' }, 'Invalid profile id'],
		['with any HTTP status', { status: 503, body: '{"code":102,"description":"Invalid"}' }, 'Invalid'],
		['tags and white space gone', { body: '{"code":102,"description":"<b>No</b>\\n such"}' }, 'No such'],
		['of another code, in its own form', { body: '{"code":7777,"description":"New"}' }, 'New'],
		[
			"not what stands beside a gateway's code",
			{ status: 401, body: '{"code":"900901","description":"No"}' },
			undefined,
		],
		['nor another field', { body: '{"code":99991400,"msg":"No"}' }, undefined],
		['nor a description without a code', { body: '{"description":"No"}' }, undefined],
	])('%s', (_name, reply, said) => {
		expect(read(reply).said).toBe(said);
		expect(read(reply).detail === undefined).toBe(said !== undefined);
	});
});

describe('any other reply is told as what it looked like', () => {
	it.each<[string, Partial<Reply>, string]>([
		[
			'where a redirect points to',
			{ status: 302, headers: { location: 'https://login.example.com/x' } },
			'HTTP 302, no content type, to https://login.example.com/x: an empty body',
		],
		[
			'status, content type and body, if there is no description',
			{ status: 503, headers: { 'content-type': 'text/html' }, body: '<html>\n<b>Down</b></html>' },
			'HTTP 503, text/html: Down',
		],
		[
			'no content type, and nothing at all',
			{ status: 502, headers: { 'content-type': '' } },
			'HTTP 502, no content type: an empty body',
		],
		[
			'a transaction id beside a code: all of it',
			{ status: 200, body: '{"transaction-id":"t-1","code":1010,"description":"No"}' },
			'HTTP 200, no content type: {"transaction-id":"t-1","code":1010,"description":"No"}',
		],
		[
			'a description that is no text',
			{ headers: { 'content-type': 'application/json' }, body: '{"code":7,"description":{}}' },
			'HTTP 200, application/json: {"code":7,"description":{}}',
		],
		[
			'a description without a visible character',
			{ status: 200, body: '{"code":7,"description":"<p> </p>"}' },
			'HTTP 200, no content type: {"code":7,"description":" "}',
		],
	])('%s', (_name, reply, detail) => {
		expect(read(reply).detail).toBe(detail);
	});

	it('of 200 characters at most, from the beginning of a body of any size', () => {
		const { detail } = read({ status: 503, body: 'word '.repeat(1e6) });
		expect(detail).toMatch(/^HTTP 503, no content type: word word .*…$/);
		expect(detail!.length).toBeLessThanOrEqual(200 + 'HTTP 503, no content type: '.length);
	});
});

describe('the API key is masked wherever a reply echoes it', () => {
	it.each<[string, Partial<Reply>]>([
		['the description', { body: JSON.stringify({ code: 7, description: `Bearer ${API_KEY} is wrong` }) }],
		['the whole body', { status: 500, body: `authorization: Bearer ${API_KEY}` }],
		['the content type', { status: 500, headers: { 'content-type': API_KEY }, body: 'x' }],
		['the transaction id', { body: JSON.stringify({ 'transaction-id': `t-${API_KEY}` }) }],
		['a contradiction', { body: JSON.stringify({ 'transaction-id': API_KEY, code: 1020 }) }],
		['a throttle refusal', { status: 429, body: API_KEY }],
		['"not found"', { body: JSON.stringify({ code: 1020, description: API_KEY }) }],
	])('%s', (_name, reply) => {
		const answer = JSON.stringify(read(reply));
		expect(answer).toContain('***');
		expect(answer).not.toContain(API_KEY);
	});

	it('a transaction id that is a number', () => {
		const reply = { status: 200, headers: {}, body: '{"transaction-id":4711}' };
		expect(readReply(reply, maskFor('4711'), 0)).toEqual({ kind: 'deleted', transactionId: '***' });
	});

	it('a code', () => {
		const answer = readReply({ status: 200, headers: {}, body: '{"code":"secret-1"}' }, maskFor('secret'), 0);
		expect(answer).toMatchObject({ kind: 'final', code: '***' });
	});
});

describe('a reply after which the delete is sent again tells the wait it asks for, in ms', () => {
	const inAMinute = 'Sun, 06 Nov 1994 12:01:00 GMT';

	it.each<[string, Reply['headers'], number | undefined]>([
		['seconds', { 'retry-after': '7' }, 7000],
		["a date, by the server's clock", { 'retry-after': inAMinute, date: 'Sun, 06 Nov 1994 12:00:50 GMT' }, 10_000],
		['nothing', {}, undefined],
	])('%s', (_name, headers, retryAfter) => {
		expect(read({ status: 429, headers }).retryAfter).toBe(retryAfter);
		expect(read({ status: 200, headers, body: '{"code":429}' }).retryAfter).toBe(retryAfter);
		for (const status of [503, 408, 403]) expect(read({ status, headers }).retryAfter).toBe(retryAfter);
	});

	it.each([
		['no wait', '0', 0],
		['white space around', ' 15 ', 15_000],
		['decimals', '1.25', 1250],
		['a date', ` ${inAMinute} `, 60_000],
		['the same second', 'Sun, 06 Nov 1994 12:00:00 GMT', 0],
		['an RFC 850 date', 'Sunday, 06-Nov-94 12:01:00 GMT', 60_000],
		['an asctime date, which is in GMT too', 'Sun Nov  6 12:00:09 1994', 9000],
	])('as is written: %s', (_name, header, wait) => {
		expect(parseRetryAfter(header, undefined, NOON)).toBe(wait);
		expect(parseRetryAfter(header, 'garbage', NOON)).toBe(wait);
	});

	it.each<[string, unknown]>([
		['a number instead of text', 5],
		['blank', '  '],
		['words', 'soon'],
		['negative', '-5'],
		['with a unit', '5s'],
		['exponent', '1e3'],
		['hexadecimal', '0x10'],
		['endless', '9'.repeat(400)],
		['a date gone by', 'Sun, 06 Nov 1994 11:59:59 GMT'],
		['a date that does not exist', 'Sun, 99 Nov 1994 12:00:00 GMT'],
		['an ISO date', '1994-11-06T12:00:30Z'],
		['a date without time zone', 'Sun, 06 Nov 1994 12:00:30'],
	])('and none, if it makes no sense: %s', (_name, header) => {
		expect(parseRetryAfter(header, undefined, NOON)).toBeUndefined();
	});
});
