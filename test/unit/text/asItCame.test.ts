import { shownAsItCame } from '../../../nodes/WebexCampaign/text/clean';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';
import { growth, OUT_OF_PROPORTION } from './growth';

const mask = maskFor('k3y-0123456789abcdef');

describe('a refused key or profile name is shown as it came', () => {
	it.each<[string, unknown, string | null]>([
		['a text', ' ann%40example.com;', ' ann%40example.com;'],
		['an empty text', '', ''],
		['blanks', ' ', ' '],
		['a number', 9463183918946310, '9463183918946310'],
		['a fraction', 9463183918.5, '9463183918.5'],
		['no number', NaN, 'NaN'],
		['a big integer', 90071992547409931234n, '90071992547409931234'],
		['true', true, 'true'],
		['line breaks, tabs and other control characters', 'a\r\nb\tc\u0000d\u0085', 'a\uFFFD\uFFFDb\uFFFDc\uFFFDd\uFFFD'],
		['half an emoji', 'm\uD83Dx\uDE00', 'm\uFFFDx\uFFFD'],
		['a whole one stays', 'm😀', 'm😀'],
		['format characters stay', '\u202Da\u200B', '\u202Da\u200B'],
		['tags stay', '<mailto:a@example.com|a@example.com>', '<mailto:a@example.com|a@example.com>'],
		['200 characters', 'x'.repeat(200), 'x'.repeat(200)],
		['more are cut', 'x'.repeat(201), `${'x'.repeat(199)}…`],
		['not within a pair', `${'x'.repeat(198)}😀😀`, `${'x'.repeat(198)}…`],
		['the API key', 'Bearer k3y-0123456789abcdef', '***'],
		['16 characters of it, spelled otherwise', 'k3y&#45;0123456789ab', '***'],
		['the API key where it is cut', `${'x'.repeat(195)}k3y-0123456789abcdef`, '***'],
		['nothing', undefined, null],
		['null', null, null],
		['an object', { toString: 1 }, null],
		['a list', ['9463183918'], null],
		['a date', new Date(NaN), null],
		['a function', () => 'x', null],
	])('%s', (_name, value, shown) => {
		expect(shownAsItCame(value, mask)).toBe(shown);
	});

	it('in time that is in proportion to its length', () => {
		const halves = (length: number) => '\uD83D\n'.repeat(length / 2);
		expect(growth((text) => shownAsItCame(text, mask), halves)).toBeLessThan(OUT_OF_PROPORTION);
	});
});
