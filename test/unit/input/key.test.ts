import { checkKey } from '../../../nodes/WebexCampaign/input/key';

describe('a key is sent as it is, less what came along: always as a text', () => {
	it.each<[string, unknown, string]>([
		['digits', '9463183918', '9463183918'],
		['a whole number', 9463183918, '9463183918'],
		['the greatest number that kept its digits', 9007199254740991, '9007199254740991'],
		['a negative number', -5, '-5'],
		['zero', 0, '0'],
		['many digits as text', '90071992547409931234', '90071992547409931234'],
		['a big integer', 90071992547409931234n, '90071992547409931234'],
		['leading zeros', '0049', '0049'],
		['a plus sign', '+4915112345678', '+4915112345678'],
		['letters', 'LC-000101', 'LC-000101'],
		['an e-mail address', 'reader@example.com', 'reader@example.com'],
		['white space around', ' 9463183918\r\n', '9463183918'],
		['white space inside', '94 63', '94 63'],
		['zero-width characters', '\uFEFF9463\u200B183918\u2060', '9463183918'],
		['other scripts', 'ключ-鍵', 'ключ-鍵'],
		['what may be a real key: 12E10', '12E10', '12E10'],
		['what may be a real key: 1e5', '1e5', '1e5'],
		['a decimal as text', '12.5', '12.5'],
		['an exponent without digits', '1.5E', '1.5E'],
		['a letter in front of spreadsheet notation', 'A9.4E+9', 'A9.4E+9'],
		['a single curly bracket', '{x}', '{x}'],
		['words that begin with nothing', 'nullable', 'nullable'],
		['a hash', '#4711', '#4711'],
		['a quote, a backslash and a tag', `"\\<b>`, `"\\<b>`],
	])('%s', (_name, value, key) => {
		expect(checkKey(value)).toEqual({ ok: true, value: key });
	});
});

describe('what would name no profile, or another one, is never sent', () => {
	it.each<[string, unknown, RegExp]>([
		['undefined', undefined, /is empty/],
		['null', null, /is empty/],
		['NaN', NaN, /is empty/],
		['empty', '', /is empty/],
		['blank', ' \t\n', /is empty/],
		['zero-width characters alone', '\u200B\uFEFF \u2060', /is empty/],
		['the word undefined', 'undefined', /is empty/],
		['the word NULL', ' NULL ', /is empty/],
		['the word nan', 'nan', /is empty/],
		['an object', { id: 1 }, /holds an object instead of a text/],
		['a list', ['9463183918'], /holds a list instead of a text/],
		['true', true, /holds true or false instead of a text/],
		['false', false, /holds true or false instead of a text/],
		['a date', new Date(0), /holds an object instead of a text/],
		['Infinity', Infinity, /holds a number that is not whole/],
		['-Infinity', -Infinity, /holds a number that is not whole/],
		['a fraction', 9463183918.5, /holds a number that is not whole/],
		['a number that lost digits', 9007199254740992, /holds a number with too many digits/],
		['a number of 20 digits', 90071992547409931234, /holds a number with too many digits/],
		['an expression in a fixed field', '{{ $json.phone }}', /was not resolved/],
		['part of an expression', '49{{ $json.phone', /was not resolved/],
		['an object that became text', '[object Object]', /holds an object/],
		['several of them', '[object Object],[object Object]', /holds an object/],
		['spreadsheet notation', '9.46318E+09', /shortened by a spreadsheet/],
		['with a comma', '9,46318E+09', /shortened by a spreadsheet/],
		['in small letters', '9.46318e9', /shortened by a spreadsheet/],
		['with a sign', '-9,46318E-09', /shortened by a spreadsheet/],
		['with a plus', '+9.4E+9', /shortened by a spreadsheet/],
		['without decimals', '9E+09', /shortened by a spreadsheet/],
		['white space around it', ' 9,46318E+09 ', /shortened by a spreadsheet/],
		['#N/A', '#N/A', /spreadsheet's own warning/],
		['#REF!', '#REF!', /spreadsheet's own warning/],
		['#VALUE!', '#VALUE!', /spreadsheet's own warning/],
		['#NAME?', '#NAME?', /spreadsheet's own warning/],
		['#DIV/0!', '#DIV/0!', /spreadsheet's own warning/],
		['#NUM!', '#NUM!', /spreadsheet's own warning/],
		['#NULL!', '#NULL!', /spreadsheet's own warning/],
	])('%s', (_name, value, message) => {
		expect(checkKey(value)).toEqual({
			ok: false,
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\.$/),
		});
	});

	it.each<[unknown, string]>([
		[[1], 'a list'],
		[true, 'true or false'],
		[1.5, 'a number that is not whole'],
		[2 ** 60, 'a number with too many digits'],
		[{}, 'an object'],
	])('the message names what it was: %j', (value, kind) => {
		expect(checkKey(value)).toMatchObject({ message: expect.stringContaining(`'Key' holds ${kind}`) });
	});
});
