import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { readReply } from '../../../nodes/WebexCampaign/api/reply';

const json = { 'content-type': 'application/json' };

/** The answer to a reply, without its texts. */
function meaningOf(status: number, body: unknown) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const { detail, httpStatus, ...meaning } = readReply(
		{ status, headers: json, body: text },
		'secret',
		0,
	) as Answer & { detail?: string; httpStatus?: number };
	return meaning;
}

const deleted = (transactionId: string) => ({ kind: 'deleted', transactionId });
const notFound = { kind: 'notFound' };
const throttled = { kind: 'throttled' };
const notDeleted = (code: string) => ({ kind: 'failed', outcome: 'notDeleted', code, endsRun: false });
const endsRun = (code: string) => ({ kind: 'failed', outcome: 'notDeleted', code, endsRun: true });
const unknown = (code: string) => ({ kind: 'failed', outcome: 'unknown', code, endsRun: false });
const mayHaveBeenExecuted = (code: string) => ({ kind: 'fault', mayHaveBeenExecuted: true, code });

const UNEXPECTED = 'UNEXPECTED_REPLY';
const page = '<html><body>Service unavailable</body></html>';

type Row = [reply: string, status: number, body: unknown, meaning: object];

describe('2xx with a transaction id and no code is a delete', () => {
	it.each<Row>([
		['a text', 200, { 'transaction-id': 't-1' }, deleted('t-1')],
		['any 2xx', 202, { 'transaction-id': 't-1' }, deleted('t-1')],
		['white space around the id', 200, { 'transaction-id': ' t-1\n' }, deleted('t-1')],
		['a number, shown as text', 200, { 'transaction-id': 4711 }, deleted('4711')],
		['the number 0', 200, { 'transaction-id': 0 }, deleted('0')],
		[
			'a number beyond 2^53, digit by digit',
			200,
			'{"transaction-id": 90071992547409931}',
			deleted('90071992547409931'),
		],
		['a negative one', 200, '{ "transaction-id" : -90071992547409931 }', deleted('-90071992547409931')],
		['a fraction', 200, { 'transaction-id': 1.5 }, deleted('1.5')],
		['a byte order mark', 200, '\uFEFF{"transaction-id":"t-1"}', deleted('t-1')],
		['fields nobody knows', 200, { 'transaction-id': 't-1', status: 'queued' }, deleted('t-1')],
		['code null', 200, { 'transaction-id': 't-1', code: null }, deleted('t-1')],
		['code false', 200, { 'transaction-id': 't-1', code: false }, deleted('t-1')],
		['code 0', 200, { 'transaction-id': 't-1', code: 0 }, deleted('t-1')],
		['code "0"', 200, { 'transaction-id': 't-1', code: '0' }, deleted('t-1')],
		['an empty code', 200, { 'transaction-id': 't-1', code: '' }, deleted('t-1')],
		['a blank code', 200, { 'transaction-id': 't-1', code: '  ' }, deleted('t-1')],
	])('%s', (_reply, status, body, meaning) => {
		expect(meaningOf(status, body)).toEqual(meaning);
	});
});

describe('a transaction id and a code contradict each other: unknown, and not sent again', () => {
	it.each<Row>([
		['200', 200, { 'transaction-id': 't-1', code: 1020 }, unknown(UNEXPECTED)],
		['the code as text', 200, { 'transaction-id': 't-1', code: '102' }, unknown(UNEXPECTED)],
		['a refused key', 401, { 'transaction-id': 't-1', code: 498 }, unknown(UNEXPECTED)],
		['a throttle refusal', 429, { 'transaction-id': 't-1', code: 429 }, unknown(UNEXPECTED)],
		['a server fault', 500, { 'transaction-id': 't-1', code: 500 }, unknown(UNEXPECTED)],
		['a code that is none', 200, { 'transaction-id': 't-1', code: true }, unknown(UNEXPECTED)],
		['an object for a code', 200, { 'transaction-id': 't-1', code: {} }, unknown(UNEXPECTED)],
	])('%s', (_reply, status, body, meaning) => {
		expect(meaningOf(status, body)).toEqual(meaning);
	});
});

describe('429 is the throttle: not executed, and worth another try', () => {
	it.each<Row>([
		['status and code', 429, { code: 429 }, throttled],
		['the code alone', 200, { code: 429 }, throttled],
		['the code as text', 200, { code: '429' }, throttled],
		['the code with a server fault', 503, { code: 429 }, throttled],
		['the status alone', 429, {}, throttled],
		['the status with another code', 429, { code: 1010 }, throttled],
		['the status with code 498', 429, { code: 498 }, throttled],
		['a web page', 429, page, throttled],
		['an empty body', 429, '', throttled],
		['a transaction id does not make it a delete', 429, { 'transaction-id': 't-1' }, throttled],
	])('%s', (_reply, status, body, meaning) => {
		expect(meaningOf(status, body)).toEqual(meaning);
	});
});

describe('a code decides, as number and as text, whatever the HTTP status is', () => {
	const codes: Array<[code: number, status: number, meaning: object]> = [
		[102, 200, notDeleted('102')],
		[1010, 200, notDeleted('1010')],
		[1020, 200, notFound],
		[430, 401, endsRun('430')],
		[498, 401, endsRun('498')],
		[405, 405, endsRun('405')],
		[499, 499, notDeleted('499')],
		[500, 500, mayHaveBeenExecuted('500')],
		[1001, 500, notDeleted('1001')],
		[102, 500, notDeleted('102')],
		[1010, 503, notDeleted('1010')],
		[1020, 404, notFound],
		[1020, 500, notFound],
		[430, 200, endsRun('430')],
		[430, 500, endsRun('430')],
		[498, 403, endsRun('498')],
		[499, 200, notDeleted('499')],
		[1001, 400, notDeleted('1001')],
		[500, 503, mayHaveBeenExecuted('500')],
		[405, 200, notDeleted('405')],
		[405, 500, unknown('405')],
		[500, 200, notDeleted('500')],
		[500, 401, notDeleted('500')],
		[7001, 200, notDeleted('7001')],
		[7001, 302, notDeleted('7001')],
		[7001, 401, notDeleted('7001')],
		[7001, 404, notDeleted('7001')],
		[7001, 500, unknown('7001')],
		[7001, 503, unknown('7001')],
	];
	it.each(codes)('%i with HTTP %i', (code, status, meaning) => {
		expect(meaningOf(status, { code, description: 'd' })).toEqual(meaning);
		expect(meaningOf(status, { code: String(code), description: 'd' })).toEqual(meaning);
		expect(meaningOf(status, { code: ` ${code} `, description: 'd' })).toEqual(meaning);
	});

	it.each(['E-102', 'not_found', 'v1.2', '00', 'x'.repeat(20)])('a code nobody knows: %s', (code) => {
		expect(meaningOf(200, { code })).toEqual(notDeleted(code));
		expect(meaningOf(500, { code })).toEqual(unknown(code));
	});
});

describe('without a code, or with one that can be none, the status decides', () => {
	const bodies: Array<[body: string, body: unknown]> = [
		['a web page', page],
		['an empty body', ''],
		['white space', ' \n'],
		['half of a JSON', '{"code": 10'],
		['{}', {}],
		['null', 'null'],
		['a JSON text', '"deleted"'],
		['a list', [{ code: 1020 }]],
		['a list with a transaction id', [{ 'transaction-id': 't-1' }]],
		['code null', { code: null }],
		['code false', { code: false }],
		['code 0', { code: 0 }],
		['code "0"', { code: '0' }],
		['a blank code', { code: ' ' }],
		['a code of 21 characters', { code: 'x'.repeat(21) }],
		['a code with blanks', { code: 'not a code' }],
		['a code with tags', { code: '<b>102</b>' }],
		['a list for a code', { code: [102] }],
		['an object for a code', { code: { value: 102 } }],
		['a code of another name', { errorCode: 1020 }],
		['a blank transaction id', { 'transaction-id': ' ' }],
		['an empty transaction id', { 'transaction-id': '' }],
		['a transaction id null', { 'transaction-id': null }],
		['a transaction id true', { 'transaction-id': true }],
		['an object for a transaction id', { 'transaction-id': { id: 't-1' } }],
	];
	it.each(bodies)('%s', (_name, body) => {
		const byStatus = (statuses: number[]) => statuses.map((status) => meaningOf(status, body));
		expect(byStatus([200, 201, 204])).toEqual(Array(3).fill(unknown(UNEXPECTED)));
		expect(byStatus([301, 302, 303, 307, 308])).toEqual(Array(5).fill(endsRun(UNEXPECTED)));
		expect(byStatus([401, 403, 404, 405])).toEqual(Array(4).fill(endsRun(UNEXPECTED)));
		expect(byStatus([400, 402, 408, 413, 499])).toEqual(Array(5).fill(notDeleted(UNEXPECTED)));
		expect(byStatus([500, 502, 503, 504, 520])).toEqual(Array(5).fill(mayHaveBeenExecuted(UNEXPECTED)));
	});

	it('never takes a transaction id for a delete unless the status is 2xx', () => {
		const id = { 'transaction-id': 't-1' };
		expect(meaningOf(302, id)).toEqual(endsRun(UNEXPECTED));
		expect(meaningOf(400, id)).toEqual(notDeleted(UNEXPECTED));
		expect(meaningOf(500, id)).toEqual(mayHaveBeenExecuted(UNEXPECTED));
	});
});
