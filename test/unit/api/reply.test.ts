import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { readReply } from '../../../nodes/WebexCampaign/api/reply';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';

/** The answer to a reply, without its texts. */
function meaningOf(status: number, body: unknown) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const reply = { status, headers: { 'content-type': 'application/json' }, body: text };
	const answer = readReply(reply, maskFor('secret'), 0) as Answer & {
		detail?: string;
		said?: string;
		httpStatus?: number;
	};
	const { detail, said, httpStatus, ...meaning } = answer;
	return meaning;
}

const UNEXPECTED = 'UNEXPECTED_REPLY';
const deleted = (transactionId: string) => ({ kind: 'deleted', transactionId });
const notFound = { kind: 'notFound', code: '1020' };
const throttled = { kind: 'throttled', code: 'THROTTLED' };

/** Only the API's own words are usable: not what n8n, a proxy or a web page says. */
const final = (outcome: string, code: string, isUsable: boolean) => ({ kind: 'final', outcome, code, isUsable });
const notDeleted = (code: string, isUsable = true) => final('notDeleted', code, isUsable);
const unknown = (code: string, isUsable = false) => final('unknown', code, isUsable);
const contradictory = { ...unknown(UNEXPECTED, true), isContradictory: true };
const refusesAll = (code: string, isUsable = true) => ({ kind: 'refusesAll', code, isUsable });
const mayHaveBeenExecuted = (code: string) => ({ kind: 'transient', mayHaveBeenExecuted: true, code });
const notExecuted = (code: string) => ({ kind: 'transient', mayHaveBeenExecuted: false, code });
/** A gateway, a firewall or another host: worth a retry if the API itself has replied before. */
const notTheApi = (code: string) => ({ ...notExecuted(code), refusesAllBefore: 'usableReply' });

const page = '<html><body>Service unavailable</body></html>';

describe('2xx with a transaction id and no code is a delete', () => {
	it.each([
		['a text', { 'transaction-id': 't-1' }, 't-1'],
		['white space around the id', { 'transaction-id': ' t-1\n' }, 't-1'],
		['a number, shown as text', { 'transaction-id': 4711 }, '4711'],
		['a number beyond 2^53, digit by digit', '{"transaction-id":90071992547409931}', '90071992547409931'],
		['as many as it has', '{"transaction-id":8202522731445525542}', '8202522731445525542'],
		[
			'whatever else the reply holds',
			'{"request":{"transaction-id":1},"note":"\\"transaction-id\\":2","transaction-id":8202522731445525542}',
			'8202522731445525542',
		],
		['a negative one', '{ "transaction-id" : -90071992547409931 }', '-90071992547409931'],
		['one that begins with 0', { 'transaction-id': '01-ab' }, '01-ab'],
		['a fraction', { 'transaction-id': 1.5 }, '1.5'],
		['a byte order mark', '\uFEFF{"transaction-id":"t-1"}', 't-1'],
		['fields nobody knows', { 'transaction-id': 't-1', status: 'queued' }, 't-1'],
		...[null, false, 0, '0', 200, '200', '', '  '].map((code): [string, object, string] => [
			`code ${JSON.stringify(code)}`,
			{ 'transaction-id': 't-1', code },
			't-1',
		]),
	])('%s', (_reply, body, id) => {
		expect(meaningOf(200, body)).toEqual(deleted(id));
	});

	it('any 2xx', () => {
		expect(meaningOf(202, { 'transaction-id': 't-1' })).toEqual(deleted('t-1'));
	});
});

describe('a transaction id beside a code or a failed status is unknown, not sent again, and no part of an outage', () => {
	it.each<[status: number, code: unknown]>([
		[200, 1020],
		[200, '102'],
		[500, 200],
		[401, 498],
		[429, 429],
		[500, 500],
		[200, true],
		[200, {}],
		...[302, 400, 404, 407, 408, 429, 500, 503].map((status): [number, unknown] => [status, undefined]),
	])('HTTP %i, code %j', (status, code) => {
		expect(meaningOf(status, { 'transaction-id': 't-1', code })).toEqual(contradictory);
	});
});

describe('429 is the throttle: not executed, and worth another try', () => {
	it.each([
		['status and code', 429, { code: 429 }],
		['the code alone', 200, { code: 429 }],
		['the code as text', 200, { code: '429' }],
		['the code with a server fault', 503, { code: 429 }],
		['the status with another code', 429, { code: 1010 }],
		['the status with code 498', 429, { code: 498 }],
		['a web page', 429, page],
		['an empty body', 429, ''],
	])('%s', (_reply, status, body) => {
		expect(meaningOf(status, body)).toEqual(throttled);
	});
});

describe('a code decides, as number and as text, whatever the HTTP status is', () => {
	it.each<[code: number, status: number, meaning: object]>([
		[102, 200, notDeleted('102')],
		[1010, 200, notDeleted('1010')],
		[1020, 200, notFound],
		[430, 401, refusesAll('430')],
		[498, 401, refusesAll('498')],
		[405, 405, refusesAll('405')],
		[499, 499, notDeleted('499')],
		[500, 500, mayHaveBeenExecuted('500')],
		[1001, 500, notDeleted('1001')],
		[102, 500, notDeleted('102')],
		[1020, 500, notFound],
		[430, 500, refusesAll('430')],
		[498, 200, refusesAll('498')],
		[1001, 400, notDeleted('1001')],
		[405, 200, notDeleted('405')],
		[405, 500, notDeleted('405')],
		[500, 200, mayHaveBeenExecuted('500')],
		[500, 404, mayHaveBeenExecuted('500')],
	])('%i with HTTP %i', (code, status, meaning) => {
		expect(meaningOf(status, { code, description: 'd' })).toEqual(meaning);
		expect(meaningOf(status, { code: ` ${code} ` })).toEqual(meaning);
	});
});

describe('a code that nobody documented is shown, and changes nothing', () => {
	const codes = ['E-102', 'not_found', 'v1.2', '00', 'x'.repeat(20), '900901', '404', 403, 99991400];
	const bodies = codes.flatMap((code) => [{ code }, { code, msg: 'm' }, { code, description: ' ' }]);

	it.each(bodies)('%j', (body) => {
		const code = String(body.code);
		for (const status of [200, 202]) expect(meaningOf(status, body)).toEqual(unknown(code));
		for (const status of [302, 403, 404, 405]) expect(meaningOf(status, body)).toEqual(notTheApi(code));
		for (const status of [400, 413, 499]) expect(meaningOf(status, body)).toEqual(notDeleted(code, false));
		for (const status of [408, 500, 503]) expect(meaningOf(status, body)).toEqual(mayHaveBeenExecuted(code));
		expect(meaningOf(401, body)).toEqual(refusesAll(code, false));
		expect(meaningOf(407, body)).toEqual(notExecuted('CONNECTION_FAILED'));
		expect(meaningOf(429, body)).toEqual(throttled);
	});

	it("beside a description it is the API's own form, if the reply is 2xx: the failure table may not be complete", () => {
		const body = { code: 7777, description: 'Something new' };
		expect(meaningOf(200, body)).toEqual(unknown('7777', true));
		expect(meaningOf(401, body)).toEqual(refusesAll('7777', false));
		expect(meaningOf(404, { ...body, code: 200 })).toEqual(notTheApi('200'));
		expect(meaningOf(503, body)).toEqual(mayHaveBeenExecuted('7777'));
	});
});

it.each([
	'{"code":498,"transaction-id":{"toString":1}}',
	'{"code":{"toString":1},"transaction-id":{"valueOf":{}}}',
	`{"transaction-id":${'['.repeat(5000)}${']'.repeat(5000)}}`,
	`{"code":${'['.repeat(5000)}${']'.repeat(5000)}}`,
	'{"__proto__":{"code":498}}',
	'{"transaction-id":1e999,"code":1e999}',
	`"${'\\"'.repeat(50_000)}`,
])('reading a reply can not fail: %.60s', (body) => {
	for (const status of [200, 401, 503]) expect(() => meaningOf(status, body)).not.toThrow();
});

describe('without a code, or with one that can be none, the status decides', () => {
	it.each<[body: string, body: unknown]>([
		['a web page', page],
		['white space', ' \n'],
		['half of a JSON', '{"code": 10'],
		['{}', {}],
		['null', 'null'],
		['a list', [{ code: 1020 }]],
		['a list with a transaction id', [{ 'transaction-id': 't-1' }]],
		['code "0"', { code: '0' }],
		['a blank code', { code: ' ' }],
		['a code of 21 characters', { code: 'x'.repeat(21) }],
		['a code with blanks', { code: 'not a code' }],
		['a code with tags', { code: '<b>102</b>' }],
		['a list for a code', { code: [102] }],
		['a blank transaction id', { 'transaction-id': ' ' }],
		['a transaction id of tags', { 'transaction-id': '<b></b>' }],
		['an invisible transaction id', { 'transaction-id': '\u200B' }],
		['a transaction id true', { 'transaction-id': true }],
		['an object for a transaction id', { 'transaction-id': { id: 't-1' } }],
		['the transaction id 0', { 'transaction-id': 0 }],
		['the word null for a transaction id', { 'transaction-id': 'null' }],
		['the word undefined for a transaction id', { 'transaction-id': ' Undefined' }],
	])('%s', (_name, body) => {
		const byStatus = (statuses: number[]) => statuses.map((status) => meaningOf(status, body));
		expect(byStatus([200, 201, 204])).toEqual(Array(3).fill(unknown(UNEXPECTED)));
		expect(byStatus([301, 302, 303, 307, 308])).toEqual(Array(5).fill(notTheApi(UNEXPECTED)));
		expect(byStatus([403, 404, 405])).toEqual(Array(3).fill(notTheApi(UNEXPECTED)));
		expect(byStatus([401])).toEqual([refusesAll(UNEXPECTED, false)]);
		expect(byStatus([400, 402, 413, 499])).toEqual(Array(4).fill(notDeleted(UNEXPECTED, false)));
		expect(byStatus([407])).toEqual([notExecuted('CONNECTION_FAILED')]);
		expect(byStatus([408, 500, 502, 503, 504, 520])).toEqual(Array(6).fill(mayHaveBeenExecuted(UNEXPECTED)));
	});

	it.each([200, '200'])('code %j with HTTP 200 is none', (code) => {
		expect(meaningOf(200, { code })).toEqual(unknown(UNEXPECTED));
	});
});
