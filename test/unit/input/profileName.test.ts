import { checkProfileName } from '../../../nodes/WebexCampaign/input/identifiers';

const locator = (value: unknown, mode = 'name') => ({ __rl: true, mode, value });

describe('a profile name is left out only if the field itself is blank', () => {
	it.each<[string, unknown, unknown]>([
		['never touched', undefined, undefined],
		['empty', locator(''), locator('')],
		['the list, nothing chosen', locator('', 'list'), locator('', 'list')],
		['no value', locator(undefined), locator(undefined)],
		['null', locator(null), locator(null)],
		["switched to 'Expression' and left empty", locator('='), locator('')],
		["switched to 'Expression', blank", locator('= '), locator(' ')],
		['a plain text, empty', '', ''],
	])('%s', (_name, raw, resolved) => {
		expect(checkProfileName(raw, resolved)).toEqual({ ok: true, value: null });
	});
});

describe('an expression that resolves to nothing is refused: the delete would go to another profile', () => {
	it.each<[string, unknown]>([
		['undefined', undefined],
		['blank', ' '],
		['the word undefined', 'undefined'],
		['zero-width characters alone', '\u200B'],
	])('%s', (_name, value) => {
		const refusal = { ok: false, message: "'Profile Name' is empty" };
		expect(checkProfileName(locator('={{ $json.profile }}'), locator(value))).toMatchObject(refusal);
		expect(checkProfileName('={{ $json.profile }}', value)).toMatchObject(refusal);
	});

	it.each<[string, unknown, unknown]>([
		['a locator that is an expression as a whole', '={{ $json.locator }}', undefined],
		['the same, with nothing in it', '={{ $json.locator }}', locator('')],
		['an expression in the list', locator('={{ $json.p }}', 'list'), locator(undefined, 'list')],
	])('so is %s', (_name, raw, resolved) => {
		expect(checkProfileName(raw, resolved).ok).toBe(false);
	});
});

describe('a name is checked as a key is', () => {
	it.each<[string, unknown, string]>([
		['by name', locator('sampleprofile'), 'sampleprofile'],
		['white space around', locator(' sample profile\n'), 'sample profile'],
		['zero-width characters', locator('\uFEFFsample\u200Bprofile'), 'sampleprofile'],
		['a number', locator(4711), '4711'],
		['a plain text', 'sampleprofile', 'sampleprofile'],
		['what would be no key', locator('9.4E+9'), '9.4E+9'],
		['several words, a sign at the end', locator('Kunden, 2024;'), 'Kunden, 2024;'],
		['from the list, to the letter', locator('Kunden ', 'list'), 'Kunden '],
		['from the list, whatever it looks like', locator('"undefined"', 'list'), '"undefined"'],
		['as tools write it', { mode: 'name', value: ' sampleprofile' }, 'sampleprofile'],
	])('%s', (_name, parameter, name) => {
		expect(checkProfileName(parameter, parameter)).toEqual({ ok: true, value: name });
	});

	it.each<[string, unknown, RegExp]>([
		['an expression in a fixed field', '{{ $json.profile }}', /was not resolved/],
		['an object', { name: 'x' }, /holds an object instead of a text/],
		['the word null', 'null', /is empty/],
		['the name of a value', '$json.profile', /holds the name of a value/],
		['quotation marks around it', '"sampleprofile"', /has quotation marks/],
		['angle brackets around it', '<profile name>', /has quotation marks, brackets or a link/],
		['a placeholder of another tool', '{!Profile}', /holds a placeholder/],
		['a word for nothing', 'N/A', /is empty/],
		['a sign alone', '-', /has no letter and no digit/],
	])('%s', (_name, value, message) => {
		expect(checkProfileName(locator(value), locator(value))).toMatchObject({
			ok: false,
			message: expect.stringMatching(message),
		});
	});
});
