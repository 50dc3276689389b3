import { readApiKey } from '../../../nodes/WebexCampaign/api/access';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';

describe('an API key is sent as it was copied, less what came along', () => {
	it.each([
		['plain', 'abc-DEF_123', 'abc-DEF_123'],
		['every character a key may have', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
		['white space around', ' abc\r\n', 'abc'],
		['what begins like the word Bearer', 'bearer-abc', 'bearer-abc'],
		['zero-width characters', '\uFEFFa\u200Bbc\u2060', 'abc'],
	])('%s', (_name, value, apiKey) => {
		expect(readApiKey(value)).toEqual({ ok: true, value: apiKey });
	});
});

describe('a key that can not be one never leaves', () => {
	it.each<[string, unknown, RegExp]>([
		['nothing', undefined, /is empty/],
		['a number', 4711, /is empty/],
		['blank', ' \u200B\n', /is empty/],
		['a line break inside', 'abc\r\nX-Evil: 1', /a space or a line break/],
		['a no-break space inside', 'abc\u00A0def', /a space or a line break/],
		['the word Bearer in front', 'Bearer abc', /has the word Bearer before the key: enter only what follows it$/],
		['in small letters, over lines', ' bearer\nabc', /has the word Bearer before the key/],
		['the word alone', 'Bearer ', /has the word Bearer before the key/],
		['the whole header', 'Authorization: Bearer abc', /has the word Bearer before the key/],
		['a control character', 'ab\u0000c', /characters that no key has/],
		['an umlaut', 'schlüssel', /characters that no key has/],
		['curly quotes', '“abc”', /characters that no key has/],
		['more characters than any key has', 'k'.repeat(2001), /or too many/],
	])('%s', (_name, value, reason) => {
		const key = readApiKey(value);
		expect(key).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
		expect(JSON.stringify(key)).toContain("'API Secret Key'");
	});

	it('the longest one can be masked', () => {
		const longest = '&+'.repeat(1000);
		expect(maskFor(longest)(`Bearer ${longest}`)).toBe('***');
	});

	it('and the reason does not show it', () => {
		expect(JSON.stringify(readApiKey('abc def'))).not.toContain('abc');
	});
});
