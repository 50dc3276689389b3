import { checkKey } from '../../../nodes/WebexCampaign/input/identifiers';

/** A test for each example, named after its group and itself. */
const each = <T>(groups: Array<[what: string, examples: T[]]>): Array<[what: string, example: T]> =>
	groups.flatMap(([what, examples]) => examples.map((example): [string, T] => [what, example]));

describe('a key is sent as it is, always as a text', () => {
	const untouched = each([
		[
			'digits',
			['9463183918', '90071992547409931234', '9463183918946318', '0049', '+4915112345678', '94 63', '946 318'],
		],
		['letters', ['LC-000101', 'reader@example.com', 'ключ-鍵', '9463-1839/18', `"\\<b>`]],
		['a joiner that a word or an emoji needs', ['می\u200Cخواهم', '👩\u200D🔧']],
		['what begins like the name of a value', ['$12', '$jsonly', 'US$12', '50%%']],
		['what may be a real key', ['12E10', '1e5', '12.5', '1.5E', 'A9.4E+9', '1.0.0', '192.168.100.200']],
		['words for nothing inside', ['nullable', 'null.pointer@example.com', 'none@example.com']],
		['what only looks wrapped', ['{x}', '"quoted" name', "O'Brien-7", "'t Hooft"]],
		['a hash', ['#4711', '#vip']],
		['commas that separate no numbers', ['12,34', 'Berlin, 10115']],
	]);
	it.each(untouched)('%s: %s', (_what, key) => {
		expect(checkKey(key)).toEqual({ ok: true, value: key });
	});

	it.each<[string, number | bigint, string]>([
		['a whole number', 9463183918, '9463183918'],
		['the greatest number that a spreadsheet keeps', 999999999999999, '999999999999999'],
		['a negative number', -5, '-5'],
		['zero', 0, '0'],
		['a big integer', 90071992547409931234n, '90071992547409931234'],
	])('%s', (_name, value, key) => {
		expect(checkKey(value)).toEqual({ ok: true, value: key });
	});

	// More of it in test/unit/text/stripInvisible.
	it.each([
		['white space around', ' 9463183918\r\n', '9463183918'],
		['zero-width characters', '\uFEFF9463\u200B183918\u2060', '9463183918'],
		['the direction marks of an address book', '\u202D+49 151 1234\u202C', '+49 151 1234'],
		['a joiner at an end', '9463183918\u200D', '9463183918'],
		['a joiner between digits', '0800\u200D1234567', '08001234567'],
		['joiners beside an ASCII character', 'é\u200D\u200Cx', 'éx'],
		['letters that look blank at the ends', '\u3164\u28009463183918\u2800', '9463183918'],
	])('less what came along: %s', (_name, value, key) => {
		expect(checkKey(value)).toEqual({ ok: true, value: key });
	});
});

describe('what would name no profile, or another one, is never sent', () => {
	const refused = each<unknown>([
		['is empty', [undefined, null, NaN, '', ' \t\n', '\u200B\uFEFF \u2060', '\u3164\u2800']],
		['is empty', ['undefined', ' NULL ', 'nan', 'NaT', 'None', '<NA>', '<null>', '<NIL>', '(null)', '\\N']],
		['was read while a spreadsheet was still loading', ['Loading...']],
		['is incomplete', ['CUST-undefined']],
		['holds an object instead of a text', [{ id: 1 }, new Date(0)]],
		['holds a list instead of a text', [['9463183918']]],
		['holds true or false instead of a text', [true, false]],
		['holds a number that is not whole', [Infinity, -Infinity, 9463183918.5]],
		['holds a number with too many digits', [9463183918946310, -(10 ** 15), 2 ** 66]],
		['holds an expression that was not resolved', ['{{ $json.phone }}', '49{{ $json.phone']],
		['holds a placeholder that was not replaced', ['CUST-${id}', '%%_subscriberkey%%']],
		['holds the name of a value', ['$json.id', '=$json.id', '{ $json.id }', '$json["id"]', '$input.item.json.id']],
		['holds the name of a value', ["$('Webhook').item", "$fromAI('key')", '$node["Webhook"].json.id', '$itemIndex']],
		['holds an object instead of a text', ['[object Object]', '[object Object],[object Object]']],
		[
			'has quotation marks around it',
			['"9463183918"', "'abc'", '`9463183918`', '“9463183918”', '„abc“', '«abc»', '‘abc’'],
		],
		['holds a list or an object as text', ['["9463183918"]', '[9463183918]', '{"key":"1"}', "['a', 'b']", '[]', '{}']],
		["holds a spreadsheet's own warning", ['#N/A', '#NV', '#N/D', '#ERROR!', '#ÜBERLAUF!', '#¿NOMBRE?', '#ИМЯ?']],
		["holds a spreadsheet's own warning", ['########', '#DIV/0!', '#NAME?', '#GETTING_DATA']],
		['was shortened by a spreadsheet', ['9.46318E+09', '9,46318E+09', '9.46318e9', '-9,46318E-09', '+9.4E+9', '9E+09']],
		['was made a decimal number', ['9463183918.0', '9463183918.00', '9463183918,00']],
		['has commas between its digits', ['9,463,183,918']],
		['still has the marks of a spreadsheet', ['="0001234"', "'0001234", "=cmd|' /C calc'!A0", '=1+1']],
		['holds a line break', ['9463183918\n9463183919', '9463183918\tAnn', '9463183918\u20289463183919']],
		['holds several numbers', ['12345, 67890', '+4915112;+4915113; 4915114;', '12345 67890']],
		['holds several email addresses', ['ann@example.com; bob@example.com', 'ann@example.com,bob@example.com']],
	]);
	it.each(refused)('it %s: %j', (reason, value) => {
		expect(checkKey(value)).toMatchObject({
			ok: false,
			message: expect.stringContaining(`'Key' ${reason}`),
			description: expect.stringMatching(/\.$/),
		});
	});
});
