import {
	endsRun,
	mayHaveBeenExecuted,
	meaningOf,
	notDeleted,
	notTheApi,
	page,
	proxyRefused,
	unknown,
	UNEXPECTED,
} from './meanings';

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
		['a transaction id of tags', { 'transaction-id': '<b></b>' }],
		['an invisible transaction id', { 'transaction-id': '\u200B' }],
		['a transaction id null', { 'transaction-id': null }],
		['a transaction id true', { 'transaction-id': true }],
		['an object for a transaction id', { 'transaction-id': { id: 't-1' } }],
		['the transaction id 0', { 'transaction-id': 0 }],
		['the transaction id "0"', { 'transaction-id': '0' }],
		['the word null for a transaction id', { 'transaction-id': 'null' }],
		['the word undefined for a transaction id', { 'transaction-id': ' Undefined' }],
	];
	it.each(bodies)('%s', (_name, body) => {
		const byStatus = (statuses: number[]) => statuses.map((status) => meaningOf(status, body));
		expect(byStatus([200, 201, 204])).toEqual(Array(3).fill(unknown(UNEXPECTED)));
		expect(byStatus([301, 302, 303, 307, 308])).toEqual(Array(5).fill(notTheApi));
		expect(byStatus([403, 404, 405])).toEqual(Array(3).fill(notTheApi));
		expect(byStatus([401])).toEqual([endsRun(UNEXPECTED)]);
		expect(byStatus([400, 402, 413, 499])).toEqual(Array(4).fill(notDeleted(UNEXPECTED)));
		expect(byStatus([407])).toEqual([proxyRefused]);
		expect(byStatus([408, 500, 502, 503, 504, 520])).toEqual(Array(6).fill(mayHaveBeenExecuted(UNEXPECTED)));
	});

	it('code 200 with HTTP 200 is none', () => {
		expect(meaningOf(200, { code: 200 })).toEqual(unknown(UNEXPECTED));
		expect(meaningOf(200, { code: '200' })).toEqual(unknown(UNEXPECTED));
	});
});
