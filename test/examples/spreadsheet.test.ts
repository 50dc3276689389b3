import { runCode } from './codeNode';

const file = 'spreadsheet-with-report.json';
const read = (data: string) => runCode(file, 'Check the file', [{ data }]);

describe('spreadsheet-with-report.json reads a file as a spreadsheet does', () => {
	it.each<[what: string, text: string, keyOfRow: Record<number, string>, separator?: string]>([
		['commas', 'name,key\nA,1111\nB,2222\n', { 2: '1111', 3: '2222' }],
		['semicolons, with a comma in a cell', 'name;key\nA, B;1111', { 2: '1111' }, ';'],
		['a shortened number between semicolons', 'key;name\n9,46318E+09;A', { 2: '9,46318E+09' }, ';'],
		['tabs', 'key\tname\n1111\tA\n', { 2: '1111' }, '\t'],
		["Excel's line for the separator, which it does not show", '\uFEFFsep=;\r\nkey\r\n1111\r\n', { 2: '1111' }, ';'],
		['line ends of Windows and a byte order mark', '\uFEFFkey\r\n1111\r\n', { 2: '1111' }],
		['a header in capitals, with blanks and in quotation marks', '" KEY ",name\n1111,A\n', { 2: '1111' }],
		[
			'quotation marks, separators and line breaks in a cell',
			'name,key\n"A ""B"", \n C",1111\nD,2222',
			{ 2: '1111', 3: '2222' },
		],
		['empty rows, which count', '\nkey,name\n\n1111,A\n,\n2222,B\n\n', { 4: '1111', 6: '2222' }],
		['a row without a key, which is one of the list', 'key,name\n,A\n', { 2: '' }],
		['one column whose keys hold separators, in quotation marks', 'key\n"11;22"\n"9,46"\n', { 2: '11;22', 3: '9,46' }],
		['letters of all kinds', 'key\nÅngström\n', { 2: 'Ångström' }],
	])('%s', (_case, text, keyOfRow, separator = ',') => {
		expect(read(text)).toEqual(Object.entries(keyOfRow).map(([row, key]) => ({ row: Number(row), key, separator })));
	});

	it.each([
		['two columns of keys', 'key,Key\n1111,2222\n', /more than one column named "key"/],
		['a cell too many', 'key,name\n1111,A,B\n', /Row 2 has 3 cells, and the header has 2 cells: "1111", "A", "B"\./],
		['a cell too few', 'key,name\n1111,A\n\n2222\n', /Row 4 has 1 cell, and the header has 2 cells: "2222"\.$/],
		[
			'a shortened number alone in its row',
			'key\n9,46318E+09\n',
			/2 cells.*: "9", "46318E\+09"\. .*shortened a number/,
		],
		[
			'a number with thousands separators',
			'key\n9,463,183,918\n',
			/4 cells.*: "9", "463", "183", "918"\. .*or divided it/,
		],
		['two keys in a row', 'key\n11;22\n', /Row 2 has 2 cells, and the header has 1 cell/],
		[
			'another separator than the first line names',
			'sep=;\nkey,name\n1111,A\n',
			/no column named "key".*says: "key,name"/,
		],
		[
			'a file that is not in UTF-8',
			'key,name\n1111,A\n2222,M\uFFFDller\n',
			/in line 3\)\. In Excel choose .*"CSV UTF-8"/,
		],
		['text after a quotation mark', 'key,name\n"1111"2,A\n', /In row 2 a quotation mark/],
		['a quotation mark that is not closed', 'key,name\n1111,"A\n2222,B\n', /In row 2 a quotation mark/],
		['no column of keys', 'id;name\n1111;A\n', /no column named "key"\. Its first row says: "id;name"/],
		['a long line that is no header', 'x'.repeat(1000), /x{100} …\.$/],
		['no row', 'key\n\n', /no row below the header/],
		['nothing', '', /It is empty/],
		['a workbook', 'PK\0key\n1111', /It is no CSV file in UTF-8\. In Excel/],
	])('and says what is wrong, instead of rows, for %s', (_case, text, words) => {
		expect(read(text)).toEqual([{ whatIsWrong: expect.stringMatching(words) }]);
	});

	it('in a moment, if it is long', () => {
		const begun = performance.now();
		expect(read(`key,name\n${'9463183901,"A ""B"""\n'.repeat(20_000)}`)).toHaveLength(20_000);
		expect(performance.now() - begun).toBeLessThan(5000);
	});
});

describe('spreadsheet-with-report.json says what is to be done', () => {
	const failed = (code: string, outcome = 'notDeleted', message = 'It failed') => ({
		status: outcome,
		error: { code, outcome, message, description: 'Do this.' },
	});
	const report = (...results: Array<Record<string, unknown>>) => {
		const rows = results.map((_, index) => ({ row: index + 2, key: String(1111 * (index + 1)), separator: ';' }));
		const lines = runCode(file, 'What became of each row', results, { 'Check the file': rows });
		return { lines, page: runCode(file, 'Sum up', lines, { 'Check the file': rows, 'Delete Profile': results })[0]! };
	};
	const deleted = { status: 'deleted', transactionId: 't' };
	const notFound = { status: 'notFound' };
	const goneAfterRetry = { status: 'goneAfterRetry', deleted: null };

	it.each([
		['deleted', deleted, ''],
		['gone after a retry', goneAfterRetry, 'Check the key once: no profile has it any more'],
		['not there', notFound, 'Check the key: no profile has it'],
		[
			'a wrong key',
			failed('INVALID_PARAMETER', 'notDeleted', "'Key' is empty"),
			'Correct this row of the list, then run it again',
		],
		['an unknown profile', failed('102'), "Correct 'Profile Name' in the workflow, then run this row again"],
		['a throttle', failed('THROTTLED'), 'Run this row again later'],
		['a lost reply', failed('CONNECTION_FAILED', 'unknown'), 'Run this row again later'],
		['a wrong ticket', failed('INVALID_PARAMETER'), 'Read the reason, or ask your Webex Campaign administrator'],
		[
			'the end of the run',
			failed('RUN_STOPPED', 'notAttempted'),
			'First show the reason to whoever looks after this workflow. Then run this row again',
		],
	])('about a row that was %s', (_case, result, toDo) => {
		expect(report(result).lines[0]?.['to do']).toBe(toDo);
	});

	it('names first what ended the run', () => {
		const { lines } = report(failed('498', 'notDeleted', 'The key is refused'), failed('RUN_STOPPED', 'notAttempted'));
		expect(lines[1]?.['to do']).toBe('First put this right: The key is refused. Then run this row again');
	});

	it.each([
		["'Key' holds several numbers", 'INVALID_PARAMETER', 'The key holds several numbers.'],
		['It was lost.', 'CONNECTION_FAILED', 'It was lost.'],
		['It is unfamiliar', '777', 'It is unfamiliar. Do this.'],
	])('and why, without words that only who builds workflows knows: %s', (message, code, reason) => {
		expect(report(failed(code, 'notDeleted', message)).lines[0]?.reason).toBe(reason);
	});

	it.each([
		['all is done', [deleted, { ...deleted, duplicateOf: 0 }], 'Done: nothing is left to do'],
		['nothing was found', [notFound], 'None of these contacts was found'],
		['nobody can tell of a row', [deleted, goneAfterRetry], 'Of 2 rows: 1 to check'],
		['rows are left', [deleted, failed('777'), notFound], 'Of 3 rows: 1 left to do, 1 to check'],
	])('in the title, if %s', (_case, results, title) => {
		expect(report(...results).page.title).toBe(title);
	});

	it('asks whether it is the right list, if nothing was found', () => {
		expect(report(notFound).page.message).toContain('is it the right list, the right column and the right profile?');
	});

	it('in a file that is separated as the list was', () => {
		const { page } = report(deleted, failed('777', 'notDeleted', 'It said "no"'));
		expect(page.csv).toBe(
			'row;key;result;code;transaction id;to do;reason\r\n' +
				'2;1111;deleted;;t;;\r\n' +
				'3;2222;notDeleted;777;;Read the reason, or ask your Webex Campaign administrator;"It said ""no"". Do this."\r\n',
		);
	});

	it('counts a contact once, on however many rows it is', () => {
		const { page } = report(deleted, { ...deleted, duplicateOf: 0 }, deleted);
		expect(page.message).toMatch(/^3 rows in your list, 3 in the report: 2 contacts deleted\. 1 row repeats another/);
	});
});
