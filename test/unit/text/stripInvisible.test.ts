import { withoutInvisible } from '../../../nodes/WebexCampaign/text/clean';
import { growth, OUT_OF_PROPORTION } from './growth';

describe('what travels along when people copy is removed, and nothing else', () => {
	it.each([
		['white space at both ends', ' \t\r\n9463183918\u00A0 ', '9463183918'],
		['each zero-width character', 'a\u200Bb\u2060c\uFEFFd', 'abcd'],
		['control characters at both ends', '\x1F\u0000a\u0085', 'a'],
		['all of them in any order', ' \u200B\x1F\u202D a \u202C\n\u00AD', 'a'],
		['white space inside stays', 'a b\tc', 'a b\tc'],
		['leading zeros and signs stay', '+00 49', '+00 49'],
		['joiners between letters outside ASCII stay', 'ä\u200Cö\u200Dü', 'ä\u200Cö\u200Dü'],
		['but not at the ends', '\u200Da\u200C', 'a'],
		['control characters inside stay, to be refused', 'a\u0000b', 'a\u0000b'],
	])('%s', (_name, value, stripped) => {
		expect(withoutInvisible(value)).toBe(stripped);
	});
});

it.each([
	['blanks', (length: number) => `a${' '.repeat(length)}b`],
	['joiners', (length: number) => `ä${'\u200D'.repeat(length)}b`],
	['joiners that stay', (length: number) => `ä${'\u200D'.repeat(length)}ö`],
])('takes time in proportion to the text: %s', (_name, hostile) => {
	expect(growth(withoutInvisible, hostile)).toBeLessThan(OUT_OF_PROPORTION);
});
