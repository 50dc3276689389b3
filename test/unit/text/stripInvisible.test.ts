import { stripInvisible } from '../../../nodes/WebexCampaign/text/stripInvisible';

describe('what travels along when people copy is removed, and nothing else', () => {
	it.each([
		['white space at both ends', ' \t\r\n9463183918\u00A0 ', '9463183918'],
		['each zero-width character', 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf', 'abcdef'],
		['zero-width characters around white space', '\u200B a \u200B', 'a'],
		['white space inside stays', 'a b\tc', 'a b\tc'],
		['leading zeros and signs stay', '+00 49', '+00 49'],
		['other invisible characters stay', 'a\u00ADb', 'a\u00ADb'],
	])('%s', (_name, value, stripped) => {
		expect(stripInvisible(value)).toBe(stripped);
	});
});
