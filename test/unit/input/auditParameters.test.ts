import { DateTime } from 'luxon';

import { checkAuditParameters } from '../../../nodes/WebexCampaign/input/auditParameters';

describe('audit parameters are sent under their own names, as texts', () => {
	it.each<[string, unknown, object]>([
		['never touched', undefined, {}],
		['an empty text', '', {}],
		['none', {}, {}],
		['one', { exparam1: 'Permit 4711' }, { exparam1: 'Permit 4711' }],
		['white space is kept', { exparam1: ' a ' }, { exparam1: ' a ' }],
		['a number', { exparam2: 4711 }, { exparam2: '4711' }],
		['true and false', { exparam3: true, exparam4: false }, { exparam3: 'true', exparam4: 'false' }],
		['a date', { exparam1: new Date(0) }, { exparam1: '1970-01-01T00:00:00.000Z' }],
		[
			'a date of Luxon',
			{ exparam1: DateTime.fromISO('2026-11-25T12:00:00', { zone: 'utc' }) },
			{ exparam1: '2026-11-25T12:00:00.000Z' },
		],
		[
			'empty ones are left out',
			{ exparam1: '', exparam2: null, exparam3: undefined, exparam4: 'x' },
			{ exparam4: 'x' },
		],
		['the tenth', { exparam10: 'j' }, { exparam10: 'j' }],
		['an eleventh is not sent', { exparam11: 'k', exparam1: 'a' }, { exparam1: 'a' }],
		['nor is anything of another name', { key: '1', 'profile-name': 'p', constructor: 'c' }, {}],
	])('%s', (_name, resolved, filledIn) => {
		expect(checkAuditParameters(resolved)).toEqual({ ok: true, value: filledIn });
	});
});

describe('what would be sent as garbage is refused, with the field named as the editor shows it', () => {
	it.each<[string, unknown, string]>([
		['an object', { exparam1: { ticket: 1 } }, "'Parameter 1 (exparam1)' is not a text"],
		['a date that is none', { exparam1: new Date(NaN) }, "'Parameter 1 (exparam1)' is not a text"],
		['another object', { exparam1: new URL('https://a.example') }, "'Parameter 1 (exparam1)' is not a text"],
		['a list', { exparam10: ['a'] }, "'Parameter 10 (exparam10)' is not a text"],
		['a text for the whole', 'Permit 4711', "'Audit Parameters' is not a list of fields"],
		['a list for the whole', ['a'], "'Audit Parameters' is not a list of fields"],
	])('%s', (_name, resolved, message) => {
		expect(checkAuditParameters(resolved)).toMatchObject({ ok: false, message });
	});
});
