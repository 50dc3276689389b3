import { growth, OUT_OF_PROPORTION } from '../text/growth';
import { checkKey } from '../../../nodes/WebexCampaign/input/identifiers';

/** A test for each example, named after its group and itself. */
const each = <T>(groups: Array<[what: string, examples: T[]]>): Array<[what: string, example: T]> =>
	groups.flatMap(([what, examples]) => examples.map((example): [string, T] => [what, example]));

describe('a key is sent as it is, always as a text', () => {
	const untouched = each([
		['digits', ['9463183918', '90071992547409931234', '9463183918946318', '0049', '+4915112345678', '7', '٠١٢٣', '①']],
		[
			'numbers in groups',
			[
				'94 63',
				'946 318',
				'0171 1234567',
				'1234 5678 9012 3456',
				'12345 67890',
				'+49 (0)171 123-45.67',
				'0171/1234567',
			],
		],
		[
			'letters',
			[
				'LC-000101',
				'reader@example.com',
				'ключ-鍵',
				'9463-1839/18',
				`"\\<b>`,
				'x',
				'é',
				'NA',
				'nilsson',
				'None-1',
				'unknown-7',
			],
		],
		['a joiner that a word or an emoji needs', ['می\u200Cخواهم', 'Ann 👩\u200D🔧']],
		['what begins like the name of a value', ['$12', '$jsonly', 'US$12', '50%%', '$x', '{x!}']],
		[
			'what may be a real key',
			['12E10', '1e5', '12.5', '1.5E', 'A9.4E+9', '1.0.0', '192.168.100.200', '1,5', '12,345x'],
		],
		['words for nothing inside', ['nullable', 'null.pointer@example.com', 'none@example.com', 'N/A-7', 'nil 1']],
		['what only looks wrapped', ['{x}', '[x]', '"quoted" name', "O'Brien-7", "'t Hooft", '<b', 'a>', 'a<b>c', '<1> x']],
		['what only looks like a link', ['mail-to:7', 'telly', 'hotel:7', 'Ann(7)', '[a] (b)', 'a@b<c>']],
		[
			'what only looks like a code',
			['AT&T', 'R&D;7', 'a&b', 'a&#;b', '100%', '100%25', '%4', 'a%20b', 'x%zz', '%40x', '5%%40'],
		],
		[
			'what only looks like a placeholder',
			['#{x', '{!x', '%%x%', '*|x', '[[x]', '{ %x', '< %x', '<no values', '*x|y*'],
		],
		['a hash', ['#4711', '#vip']],
		['commas and semicolons that separate no numbers', ['12,34', '1234;567', 'Berlin, 10115', '1234, 5678a', 'a;b']],
		['an address among words', ['Ann ann@example.com', 'ann@example.com/2', '@ann bob@example.com']],
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

const WRAPPED = 'has quotation marks, brackets or a link around it';
const SEVERAL = 'holds several numbers or email addresses';

describe('what would name no profile, or another one, is never sent', () => {
	const refused = each<unknown>([
		['is empty', [undefined, null, NaN, '', ' \t\n', '\u200B\uFEFF \u2060', '\u3164\u2800']],
		['is empty', ['undefined', ' NULL ', 'nil', 'nan', 'NaT', 'None', 'N/A', 'Unknown', '(null)', '\\N']],
		['is empty', ['<NA>', '<null>', '<NIL>']],
		['was read while a spreadsheet was still loading', ['Loading...']],
		['is incomplete', ['CUST-undefined']],
		['has no letter and no digit', ['-', '?', '—', '...', '@', '😀', '"', '( )', '--\u00A0--', '%%%']],
		['holds an object instead of a text', [{ id: 1 }, new Date(0)]],
		['holds a list instead of a text', [['9463183918']]],
		['holds true or false instead of a text', [true, false]],
		['holds a number that is not whole', [Infinity, -Infinity, 9463183918.5]],
		['holds a number with too many digits', [9463183918946310, -(10 ** 15), 2 ** 66]],
		['holds an expression that was not resolved', ['{{ $json.phone }}', '49{{ $json.phone', '"{{ id }}"']],
		['holds the name of a value', ['$json.id', '=$json.id', '{ $json.id }', '$json["id"]', '$input.item.json.id']],
		['holds the name of a value', ["$('Webhook').item", "$fromAI('key')", '$node["Webhook"].json.id', '$itemIndex']],
		[
			'holds a placeholder',
			['CUST-${id}', '${}x', '#{id}', 'x-#{ id }', '{!Contact.Id}', '{!$User.Id}-7', '{% id %}', '7{%if'],
		],
		[
			'holds a placeholder',
			['<%= id %>', '<% id', 'a<%= id %>b', '%%_subscriberkey%%', '%%=v(@a\n"5%")=%%', '*|EMAIL|*'],
		],
		['holds a placeholder', ['x*|MERGE1|*', '[[email]]', 'CUST-[[id]]', '[[]]x', '<no value>', 'CUST-<no value>']],
		['holds a list or an object as text', ['[object Object]', '[object Object],[object Object]', 'x [object Object]']],
		['holds a list or an object as text', ['["9463183918"]', '[9463183918]', '{"key":"1"}', "['a', 'b']", '[]', '{}']],
		[
			'holds a list or an object as text',
			['[["9463183918"]]', '[null]', '[true, false]', '[{"a":1}]', '[-5]', '{ "a": [\n1] }'],
		],
		[
			WRAPPED,
			['"9463183918"', "'abc'", '`9463183918`', '“9463183918”', '„abc“', '«abc»', '»abc«', '‘abc’', '‚abc‘', '「a」'],
		],
		[WRAPPED, ['´abc´', '"a\nb"', '<ann@example.com>', '<customer number>', '<9463183918>', '<tel:+4915|+49 15>']],
		[
			WRAPPED,
			[
				'<mailto:a@example.com|a@example.com>',
				'Ann <ann@example.com>',
				'"Ann, B." <ann@example.com>',
				'ann@a.de <a@b>',
			],
		],
		[WRAPPED, ['mailto:ann@example.com', 'MAILTO: ann', 'tel:+4915112345678', 'Tel: 0171']],
		[WRAPPED, ['[ann@example.com](mailto:ann@example.com)', '[9463183918](https://crm.example)', '![a](b)']],
		['has lost letters', ['m\uFFFDller@example.com', 'm\uD83D', '\uDE00m', 'a\uDE00\uD83Db']],
		['is still encoded', ['O&#39;Neil-7', 'AT&amp;T', 'M&uuml;ller', 'x&#x27;y', '&nbsp;7', 'a&frac14;', '7&LT;']],
		['is still encoded', ['ann%40example.com', 'j%C3%B6rg%40example.com', 'ann%2Btag@example.com', 'a%40b.de%0A']],
		['is still encoded', ['%2B4915112345678', '%2b49 151', '0171%201234567', '%28030%29%20123', '12%2F34']],
		["holds a spreadsheet's own warning", ['#N/A', '#NV', '#N/D', '#ERROR!', '#ÜBERLAUF!', '#¿NOMBRE?', '#ИМЯ?']],
		["holds a spreadsheet's own warning", ['########', '#DIV/0!', '#NAME?', '#GETTING_DATA']],
		['was shortened by a spreadsheet', ['9.46318E+09', '9,46318E+09', '9.46318e9', '-9,46318E-09', '+9.4E+9', '9E+09']],
		['was formatted as a number', ['9463183918.0', '9463183918.00', '9463183918,00', '9463183918.', '-7,0']],
		['was formatted as a number', ['9,463,183,918', '123,456', '1,234.50']],
		['still has the marks of a spreadsheet', ['="0001234"', "'0001234", "=cmd|' /C calc'!A0", '=1+1', '=']],
		['holds a line break', ['9463183918\n9463183919', '9463183918\tAnn', '9463183918\u20289463183919', 'a\u0000b']],
		[
			SEVERAL,
			[
				'12345, 67890',
				'+4915112345678, +4915112345679',
				'+4915112;+4915113; 4915114;',
				'1234,5678',
				'0171 1234567, 0172 7654321',
				'12345;;67890',
			],
		],
		[SEVERAL, ['+49 (171) 123-45; 0172/765.43', '1234 5678 9012 3456;1234 5678 9012 3457']],
		[
			SEVERAL,
			['ann@example.com; bob@example.com', 'ann@example.com,bob@example.com', 'ann@example.com bob@example.com'],
		],
		[SEVERAL, ['ann@example.com\u3000bob@example.com;', ',a@b, c@d']],
		[
			'has a comma or semicolon left over',
			['ann@example.com;', '9463183918,', ';LC-7', ',9463183918', 'ann@example.com ;', '1;'],
		],
	]);
	it.each(refused)('it %s: %j', (reason, value) => {
		const refusal = checkKey(value);
		expect(refusal).toMatchObject({
			ok: false,
			message: expect.stringContaining(`'Key' ${reason}`),
			description: expect.stringMatching(/\.$/),
			code: 'INVALID_PARAMETER',
		});
		expect(JSON.stringify(refusal)).not.toContain('{field}');
	});
});

describe('a hostile key costs time in proportion to its length', () => {
	const signs =
		'${ #{ {! {% %%a% *| *|a |* [[ [[a < <@ @ a@ . a@b. & &# &#1 &a % %25 %40 %40. , ; " \' #A - ( ) [ ]( { $ =';
	const others = '1 1, 1234, 0 .0 1. undefine ä\u200D \u200Da \u200B \u3164 \uD83D \uFFFD 😀 \t';
	const units = [...signs.split(' '), ...others.split(' '), ' ', '1 '];
	// What is quadratic takes so much longer than all the others together that one measure is enough.
	it.each(['', '1', '<'])('that begins with "%s"', (begin) => {
		const checkAll = (length: string) => {
			for (const unit of units) checkKey(`${begin}${unit.repeat(Number(length) / unit.length)}\na`);
		};
		expect(growth(checkAll, String)).toBeLessThan(2 * OUT_OF_PROPORTION);
	});
});
