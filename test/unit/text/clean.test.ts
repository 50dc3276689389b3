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

describe('the API key never comes through, however it is written', () => {
	const json = JSON.stringify(API_KEY).slice(1, -1);
	const html = API_KEY.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
	const each = (write: (character: string) => string) => [...API_KEY].map(write).join('');
	const code = (character: string) => character.charCodeAt(0);
	const hex = (character: string) => code(character).toString(16).padStart(2, '0');

	it.each([
		['as it is', API_KEY],
		['as JSON', json],
		['as JSON with its slashes escaped', json.replaceAll('/', '\\/')],
		['as JSON in a JSON', JSON.stringify(json).slice(1, -1)],
		['as JSON, every character by number', each((character) => `\\u00${hex(character)}`)],
		['as HTML', html],
		['as HTML, the apostrophe too', html.replaceAll("'", '&#39;')],
		['as HTML, the apostrophe as XML has it', html.replaceAll("'", '&apos;')],
		['as HTML, every character by number', each((character) => `&#${code(character)};`)],
		['as HTML, by hexadecimal number', each((character) => `&#x${hex(character)};`)],
		['in a URL', encodeURIComponent(API_KEY)],
		['in a URL, in small letters', encodeURIComponent(API_KEY).replace(/%../g, (part) => part.toLowerCase())],
		['in a URL, every character', each((character) => `%${hex(character)}`)],
	])('%s', (_name, written) => {
		expect(clean(`Authorization: Bearer ${written}.`, maskFor(API_KEY))).toBe('Authorization: Bearer ***.');
	});

	it.each([
		['tags', 'k3y<b>K3y</b>k3y'],
		['a tag after each character', [...plain].join('<wbr>')],
		['a comment', 'k3y<!-- > -->K3yk3y'],
		['blanks', 'k3y K3y k3y'],
		['control characters', 'k3y\u0000K3y\u0085k3y'],
		['zero-width characters', 'k3y\u200BK3y\uFEFFk3y'],
		['direction marks', 'k3y\u202EK3y\u200Ek3y'],
	])('broken up by %s', (_name, written) => {
		const cleaned = clean(`Bearer ${written}.`, mask);
		expect(cleaned).toContain('***');
		expect(cleaned).not.toMatch(/k3y/i);
	});

	it('every time, not only the first', () => {
		expect(clean(`${plain} ${plain},${plain}`, mask)).toBe('*** ***,***');
	});

	it.each([185, 190, 195, 199])('not in part either, where the text is cut: after %i characters', (before) => {
		const cleaned = clean(`${'x'.repeat(before)}${plain}${'x'.repeat(200)}`, mask);
		expect(cleaned).not.toContain('k');
	});

	it.each([
		[49_991, '***'],
		[49_995, ''],
	])('not in part either, where the reading ends: after %i characters', (before, cleaned) => {
		expect(clean(`${' '.repeat(before)}${plain}`, mask)).toBe(cleaned);
	});

	it('all is read of a text of 50,000 characters, and no more of a longer one', () => {
		expect(clean('x'.padStart(50_000))).toBe('x');
		expect(clean('x'.repeat(1500).padStart(51_500))).toBe('');
	});
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
	];

	it.each(patterns)('%s', (_name, hostile) => {
		expect(growth((text) => clean(text, mask), hostile)).toBeLessThan(OUT_OF_PROPORTION);
	});
});
