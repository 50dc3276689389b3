import { checkProfileName } from '../../../nodes/WebexCampaign/input/identifiers';

const locator = (value: unknown, mode = 'name') => ({ __rl: true, mode, value });

describe('a profile name is left out only if the field itself is blank', () => {
	it.each<[string, unknown, unknown]>([
		['never touched', undefined, undefined],
		['empty', locator(''), locator('')],
		['blank', locator('  '), locator('  ')],
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
		['null', null],
		['empty', ''],
		['blank', ' '],
		['NaN', NaN],
		['the word undefined', 'undefined'],
		['the word null', 'Null'],
		['zero-width characters alone', '\u200B'],
	])('%s', (_name, value) => {
		const refusal = { ok: false, message: "'Profile Name' is empty" };
		expect(checkProfileName(locator('={{ $json.profile }}'), locator(value))).toMatchObject(refusal);
		expect(checkProfileName('={{ $json.profile }}', value)).toMatchObject(refusal);
	});

	it('so is a locator that is an expression as a whole', () => {
		expect(checkProfileName('={{ $json.locator }}', undefined).ok).toBe(false);
		expect(checkProfileName('={{ $json.locator }}', locator('')).ok).toBe(false);
	});
});

it('an expression in the list is checked like any other', () => {
	expect(checkProfileName(locator('={{ $json.p }}', 'list'), locator(undefined, 'list')).ok).toBe(false);
	expect(checkProfileName(locator('={{ $json.p }}', 'list'), locator('p ', 'list'))).toEqual({ ok: true, value: 'p' });
});

describe('a name is checked as a key is', () => {
	it.each<[string, unknown, string]>([
		['by name', locator('sampleprofile'), 'sampleprofile'],
		['from the list', locator('sampleprofile', 'list'), 'sampleprofile'],
		['white space around', locator(' sample profile\n'), 'sample profile'],
		['zero-width characters', locator('\uFEFFsample\u200Bprofile'), 'sampleprofile'],
		['a number', locator(4711), '4711'],
		['a plain text', 'sampleprofile', 'sampleprofile'],
		['what would be no key', locator('9.4E+9'), '9.4E+9'],
		['from the list, to the letter', locator('Kunden ', 'list'), 'Kunden '],
		['from the list, whatever it looks like', locator('"undefined"', 'list'), '"undefined"'],
		['as tools write it', { mode: 'name', value: ' sampleprofile' }, 'sampleprofile'],
	])('%s', (_name, parameter, name) => {
		expect(checkProfileName(parameter, parameter)).toEqual({ ok: true, value: name });
	});

	it.each<[string, unknown, RegExp]>([
		['an expression in a fixed field', '{{ $json.profile }}', /was not resolved/],
		['an object', { name: 'x' }, /holds an object instead of a text/],
		['true', true, /holds true or false instead of a text/],
		['a fraction', 1.5, /holds a number that is not whole/],
		['an object that became text', '[object Object]', /holds an object/],
		['zero-width characters alone', '\u200B', /is empty/],
		['the word null', 'null', /is empty/],
		['the name of a value', '$json.profile', /holds the name of a value/],
		['quotation marks around it', '"sampleprofile"', /has quotation marks/],
	])('%s', (_name, value, message) => {
		expect(checkProfileName(locator(value), locator(value))).toMatchObject({
			ok: false,
			message: expect.stringMatching(message),
		});
	});
});
