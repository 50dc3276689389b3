import { clean, maskFor, type Mask } from '../../../nodes/WebexCampaign/text/clean';
import { growth, OUT_OF_PROPORTION } from './growth';

const API_KEY = 'aB3/k+9=xY&"7\'q<z';
const plain = 'k3yK3yk3y';
const mask: Mask = (text) => maskFor(plain)(text);

describe('text from outside becomes one short line', () => {
	it.each([
		['as it is', 'Invalid profile id', 'Invalid profile id'],
		['nothing', '', ''],
		['white space', ' a\r\n\t b\u00A0\u2003c ', 'a b c'],
		['tags', '<html><body class="x"><h1>Bad</h1> gateway</body></html>', 'Bad gateway'],
		['tags in capitals, over lines', 'a<BR\n/>b', 'a b'],
		['scripts and styles with their content', 'a<script>alert("x")</script>b<STYLE>p{}</STYLE >c', 'a b c'],
		['an unclosed tag', 'text <img src=x onerror=', 'text'],
		['an unclosed script', 'text <script>alert(1)', 'text'],
		['comments and doctypes', '<!DOCTYPE html>a<!-- note -->b', 'a b'],
		['what only looks like a tag stays', 'a < b and c > d, 1<2', 'a < b and c > d, 1<2'],
		['control characters', 'a\u0000\u001B[31mb\u0085c', 'a [31mb c'],
		['zero-width and direction characters', 'a\u200Bb\u2060\uFEFFc\u202Ed\u00ADe', 'a b c d e'],
		['letters of any language stay', 'Schlüssel 鍵 ключ 🔑', 'Schlüssel 鍵 ключ 🔑'],
	])('%s', (_name, text, cleaned) => {
		expect(clean(text)).toBe(cleaned);
	});

	it.each([
		['200 characters stay', 'x'.repeat(200), 'x'.repeat(200)],
		['201 are cut', 'x'.repeat(201), `${'x'.repeat(199)}…`],
		['what is cut is counted after cleaning', `<p>${'x'.repeat(200)}</p>`, 'x'.repeat(200)],
		['a character of two halves is not cut apart', '🔑'.repeat(150), `${'🔑'.repeat(99)}…`],
	])('%s', (_name, text, cleaned) => {
		expect(clean(text)).toBe(cleaned);
	});
});

/** A character as a page or a program may write it. */
const code = (character: string) => character.charCodeAt(0);
const hex = (character: string) => code(character).toString(16).padStart(2, '0');
const each = (write: (character: string) => string) => (text: string) => [...text].map(write).join('');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const byNumber = each((character) => `&#${code(character)};`);
const inUrl = each((character) => `%${hex(character)}`);
const names: Record<string, string> = {
	'/': 'sol',
	'+': 'plus',
	'=': 'equals',
	'&': 'amp',
	'"': 'quot',
	"'": 'apos',
	'<': 'lt',
};

const spellings: Array<[string, (text: string) => string]> = [
	['as it is', (text) => text],
	['as JSON', json],
	['as JSON with its slashes escaped', (text) => json(text).replaceAll('/', '\\/')],
	['as JSON in a JSON', (text) => json(json(text))],
	['as JSON, every character by number', each((character) => `\\u00${hex(character)}`)],
	['the same in a JSON', (text) => json(each((character) => `\\u00${hex(character)}`)(text))],
	['as JavaScript, every character by number', each((character) => `\\x${hex(character)}`)],
	['in braces', each((character) => `\\u{000${hex(character)}}`)],
	['a backslash before each character', each((character) => `\\${character}`)],
	['as HTML', html],
	['as HTML, the apostrophe too', (text) => html(text).replaceAll("'", '&#39;')],
	['as HTML, by name', each((character) => (names[character] ? `&${names[character]};` : character))],
	['in capitals', each((character) => (names[character] ? `&${names[character].toUpperCase()};` : character))],
	['as HTML, every character by number', byNumber],
	['with zeros before it', each((character) => `&#${'0'.repeat(30)}${code(character)};`)],
	['without semicolons', each((character) => `&#${code(character)}`)],
	['as HTML, by hexadecimal number', each((character) => `&#x${hex(character)};`)],
	['with zeros before it too', each((character) => `&#X0000000${hex(character).toUpperCase()};`)],
	['as HTML in HTML, again and again', each((character) => `&${'amp;'.repeat(20)}#${code(character)};`)],
	['as HTML in HTML', (text) => html(html(byNumber(text)))],
	['in a URL', encodeURIComponent],
	['in a URL, in small letters', (text) => encodeURIComponent(text).replace(/%../g, (part) => part.toLowerCase())],
	['in a URL, every character', inUrl],
	['in a URL in a URL in a URL', (text) => inUrl(text).replaceAll('%', '%25').replaceAll('%', '%25')],
	['in a URL in a URL, again and again', each((character) => `%${'25'.repeat(20)}${hex(character)}`)],
	[
		'every character as JSON, in HTML, in a URL',
		(text) => inUrl(byNumber(each((character) => `\\u00${hex(character)}`)(text))),
	],
	['as JSON in HTML in a URL', (text) => encodeURIComponent(html(json(text)))],
	['in a URL in HTML in JSON', (text) => each((character) => `\\u00${hex(character)}`)(html(inUrl(text)))],
];

const between: Array<[string, string]> = [
	['tags', '<wbr>'],
	['comments', '<!-- > -->'],
	['scripts', '<script>x</script>'],
	['tags that are spelled out', '&lt;b&gt;'],
	['blanks', ' '],
	['line breaks', '\r\n'],
	['line breaks of JSON', '\\n'],
	['line breaks of a JSON in a JSON', '\\\\n'],
	['line breaks and blanks of HTML', '&#10;&nbsp;'],
	['blanks of a URL', '%20%C2%A0'],
	['control characters', '\u0000\u0085'],
	['zero-width characters', '\u200B\uFEFF'],
	['zero-width characters by number', '&#8203;\\u200b'],
	['direction marks', '\u202E\u200E'],
];

/** Every character that a key may have, in no order. */
const EVERY = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + ((i * 37) % 94))).join('');
/** It holds what looks like a tag, an entity, and escapes. */
const TREACHEROUS = 'x<b>%41&amp;%2541\\n\\u0041<!--&#65;y'.repeat(2);

describe('a text in which the API key stands is not shown at all', () => {
	it.each(spellings)('%s', (_name, write) => {
		for (const apiKey of [API_KEY, plain, EVERY, TREACHEROUS]) {
			expect(clean(`Authorization: Bearer ${write(apiKey)}.`, maskFor(apiKey))).toBe('***');
		}
	});

	it.each(between)('broken up by %s', (_name, breaks) => {
		for (const apiKey of ['0123456789abcdefABCDEF', plain]) {
			expect(clean(`Bearer ${[...apiKey].join(breaks)}.`, maskFor(apiKey))).toBe('***');
			expect(clean(`Bearer ${apiKey.slice(0, 5)}${breaks}${apiKey.slice(5)}.`, maskFor(apiKey))).toBe('***');
		}
	});

	it('other texts are shown as they are, also those that share some of its characters', () => {
		for (const text of ['k3yK3yk3', 'a+b=c &amp; 100%25 \\o/', '']) {
			expect(mask(text)).toBe(text);
			expect(maskFor(TREACHEROUS)(text)).toBe(text);
		}
	});
});

describe('nor is one in which 16 of its characters stand in a row', () => {
	const apiKey = Array.from({ length: 2000 }, (_, i) => ((i * i * 7919) % 46_656).toString(36))
		.join('')
		.slice(0, 2000);
	const hide = maskFor(apiKey);

	it.each(spellings)('%s', (_name, write) => {
		for (let from = 0; from <= apiKey.length - 16; from += 61) {
			expect(hide(`${'x'.repeat(from % 9)}${write(apiKey.slice(from, from + 16))}`)).toBe('***');
		}
	});

	it('the last 16', () => {
		expect(hide(apiKey.slice(-16))).toBe('***');
	});

	it('15 are no part of a key that could be told', () => {
		expect(hide(`x ${apiKey.slice(0, 15)} y`)).toBe(`x ${apiKey.slice(0, 15)} y`);
	});

	const spelled = each((character) => `&#00000${code(character)};`);
	const shown = (before: string, written: string) => clean(`${before}${written}`, hide).replace(/\s/g, '');
	it.each([0, 100, 190, 48_700, 49_900, 49_985, 49_995, 50_010])('after %i other characters', (length) => {
		for (const before of ['x'.repeat(length), ' '.repeat(length)]) {
			for (const written of [apiKey, spelled(apiKey), `${apiKey.slice(0, 120)}<b>${spelled(apiKey)}`]) {
				const seen = shown(before, written);
				expect(seen.replace(/^x+/, '').length).toBeLessThan(spelled(apiKey.slice(0, 16)).length);
				expect(hide(seen) === '***').toBe(seen === '***');
			}
		}
	});

	it.each([49_991, 49_995, 49_999])('a short one, where the reading ends: after %i characters', (before) => {
		expect(clean(`${' '.repeat(before)}${plain}`, mask)).toBe('***');
	});

	it('all is read of a text of 50,000 characters, and no more of a longer one', () => {
		expect(clean('x'.padStart(50_000))).toBe('x');
		expect(clean('x'.padStart(50_001))).toBe('');
	});
});

it('a page of 5 MB takes some 50 ms', () => {
	const page = '<p>Hello &amp; good <b>day</b>,\n you %20 \\"all\\", 1 &lt; 2</p>\n'.repeat(80_000);
	const hide = maskFor(EVERY);
	const times = [1, 2, 3].map(() => {
		const before = process.cpuUsage().user;
		clean(page, hide);
		return process.cpuUsage().user - before;
	});
	expect(Math.min(...times)).toBeLessThan(100_000);
});

describe('a hostile text costs time in proportion to its length', () => {
	const patterns: Array<[string, (length: number) => string]> = [
		['the first character of the key', (length) => 'k'.repeat(length)],
		['most of the key', (length) => 'k3yK3yk3'.repeat(length / 8)],
		['unclosed tags', (length) => '<a'.repeat(length / 2)],
		['unclosed tags after the first character of the key', (length) => 'k<'.repeat(length / 2)],
		['blanks', (length) => `k${' '.repeat(length)}`],
		['blanks before each character', (length) => ' k'.repeat(length / 2)],
		['empty tags', (length) => `k${'<b>'.repeat(length / 3)}`],
		['unclosed scripts', (length) => '<script>'.repeat(length / 8)],
		['scripts without an end of their tag', (length) => '<script '.repeat(length / 8)],
		['scripts that almost end', (length) => `<script>${'</script '.repeat(length / 9)}`],
		['unclosed comments', (length) => '<!--'.repeat(length / 4)],
		['backslashes', (length) => '\\'.repeat(length)],
		['ampersands', (length) => '&'.repeat(length)],
		['numbers without end', (length) => `&#${'0'.repeat(length)}`],
		['percent signs', (length) => '%'.repeat(length)],
		['percent signs, spelled out again and again', (length) => `%${'25'.repeat(length / 2)}`],
		['ampersands, spelled out again and again', (length) => `&${'amp;'.repeat(length / 4)}`],
		['parts of the key', (length) => 'K3yk3'.repeat(length / 5)],
	];

	it.each(patterns)('%s', (_name, hostile) => {
		expect(growth((text) => clean(text, mask), hostile)).toBeLessThan(OUT_OF_PROPORTION);
	});
});
