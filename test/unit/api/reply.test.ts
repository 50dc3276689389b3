import {
	contradictory,
	deleted,
	endsRun,
	mayHaveBeenExecuted,
	meaningOf,
	notDeleted,
	notFound,
	page,
	throttled,
	unknown,
} from './meanings';

type Row = [reply: string, status: number, body: unknown, meaning: object];

describe('2xx with a transaction id and no code is a delete', () => {
	it.each<Row>([
		['a text', 200, { 'transaction-id': 't-1' }, deleted('t-1')],
		['any 2xx', 202, { 'transaction-id': 't-1' }, deleted('t-1')],
		['white space around the id', 200, { 'transaction-id': ' t-1\n' }, deleted('t-1')],
		['a number, shown as text', 200, { 'transaction-id': 4711 }, deleted('4711')],
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
		['code 200 with HTTP 200', 200, { 'transaction-id': 't-1', code: 200 }, deleted('t-1')],
		['code "200" with HTTP 200', 200, { 'transaction-id': 't-1', code: '200' }, deleted('t-1')],
		['an empty code', 200, { 'transaction-id': 't-1', code: '' }, deleted('t-1')],
		['a blank code', 200, { 'transaction-id': 't-1', code: '  ' }, deleted('t-1')],
	])('%s', (_reply, status, body, meaning) => {
		expect(meaningOf(status, body)).toEqual(meaning);
	});
});

describe('a transaction id beside a code or a failed status is unknown, not sent again, and no part of an outage', () => {
	it.each<Row>([
		['200', 200, { 'transaction-id': 't-1', code: 1020 }, contradictory],
		['the code as text', 200, { 'transaction-id': 't-1', code: '102' }, contradictory],
		['the code 200 with another HTTP status', 500, { 'transaction-id': 't-1', code: 200 }, contradictory],
		['a refused key', 401, { 'transaction-id': 't-1', code: 498 }, contradictory],
		['a throttle refusal', 429, { 'transaction-id': 't-1', code: 429 }, contradictory],
		['a server fault', 500, { 'transaction-id': 't-1', code: 500 }, contradictory],
		['a code that is none', 200, { 'transaction-id': 't-1', code: true }, contradictory],
		['an object for a code', 200, { 'transaction-id': 't-1', code: {} }, contradictory],
		...[302, 400, 404, 407, 408, 429, 500, 503].map(
			(status): Row => [`HTTP ${status}`, status, { 'transaction-id': 't-1' }, contradictory],
		),
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
		[405, 500, notDeleted('405')],
		[500, 200, mayHaveBeenExecuted('500')],
		[500, 401, mayHaveBeenExecuted('500')],
		[500, 404, mayHaveBeenExecuted('500')],
		[1000, 200, unknown('1000')],
		[7001, 202, unknown('7001')],
		[7001, 302, notDeleted('7001')],
		[7001, 401, notDeleted('7001')],
		[7001, 404, notDeleted('7001')],
		[7001, 408, mayHaveBeenExecuted('7001')],
		[14, 503, mayHaveBeenExecuted('14')],
		[7001, 500, mayHaveBeenExecuted('7001')],
	];
	it.each(codes)('%i with HTTP %i', (code, status, meaning) => {
		expect(meaningOf(status, { code, description: 'd' })).toEqual(meaning);
		expect(meaningOf(status, { code: String(code), description: 'd' })).toEqual(meaning);
		expect(meaningOf(status, { code: ` ${code} `, description: 'd' })).toEqual(meaning);
	});

	it.each(['E-102', 'not_found', 'v1.2', '00', 'x'.repeat(20)])('a code nobody knows: %s', (code) => {
		expect(meaningOf(200, { code })).toEqual(unknown(code));
		expect(meaningOf(400, { code })).toEqual(notDeleted(code));
		expect(meaningOf(500, { code })).toEqual(mayHaveBeenExecuted(code));
	});
});
