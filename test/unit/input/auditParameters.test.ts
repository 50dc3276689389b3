import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { DateTime, Duration, Interval } from 'luxon';

import { checkAuditParameters } from '../../../nodes/WebexCampaign/input/auditParameters';

describe('audit parameters are sent under their own names, as texts', () => {
	it.each<[string, unknown, object]>([
		['never touched', undefined, {}],
		['an empty text', '', {}],
		['none', {}, {}],
		['one', { exparam1: 'Permit 4711' }, { exparam1: 'Permit 4711' }],
		['words like those for an object', { exparam1: 'no [object Object]' }, { exparam1: 'no [object Object]' }],
		['white space is kept', { exparam1: ' a ' }, { exparam1: ' a ' }],
		['a number', { exparam2: 4711 }, { exparam2: '4711' }],
		['true and false', { exparam3: true, exparam4: false }, { exparam3: 'true', exparam4: 'false' }],
		['a date', { exparam1: new Date(0) }, { exparam1: '1970-01-01T00:00:00.000Z' }],
		[
			'a date of Luxon',
			{ exparam1: DateTime.fromISO('2026-11-25T12:00:00', { zone: 'utc' }) },
			{ exparam1: '2026-11-25T12:00:00.000Z' },
		],
		['a date of another realm', { exparam1: runInNewContext('new Date(0)') }, { exparam1: '1970-01-01T00:00:00.000Z' }],
		[
			'a date of another copy of Luxon',
			{ exparam1: otherLuxon().DateTime.fromMillis(0, { zone: 'utc' }) },
			{ exparam1: '1970-01-01T00:00:00.000Z' },
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
		['a date of Luxon that is none', { exparam1: DateTime.invalid('x') }, "'Parameter 1 (exparam1)' is not a text"],
		['a duration of Luxon', { exparam1: Duration.fromMillis(1) }, "'Parameter 1 (exparam1)' is not a text"],
		['an interval', { exparam1: Interval.after(new Date(0), 1) }, "'Parameter 1 (exparam1)' is not a text"],
		['an object without a prototype', { exparam1: Object.create(null) }, "'Parameter 1 (exparam1)' is not a text"],
		['what n8n makes of an object', { exparam1: '[object Object]' }, "'Parameter 1 (exparam1)' is not a text"],
		['of a date that is none', { exparam1: 'Invalid DateTime' }, "'Parameter 1 (exparam1)' is not a text"],
		['a function', { exparam2: () => 'x' }, "'Parameter 2 (exparam2)' is not a text"],
		['another object', { exparam1: new URL('https://a.example') }, "'Parameter 1 (exparam1)' is not a text"],
		['a list', { exparam10: ['a'] }, "'Parameter 10 (exparam10)' is not a text"],
		['a text for the whole', 'Permit 4711', "'Audit Parameters' is not a list of fields"],
		['a list for the whole', ['a'], "'Audit Parameters' is not a list of fields"],
	])('%s', (_name, resolved, message) => {
		expect(checkAuditParameters(resolved)).toMatchObject({ ok: false, message });
	});
});

describe('a date is told by what it is, and not by fields that JSON may hold', () => {
	it.each([
		'{"isLuxonDateTime":false}',
		'{"isLuxonDateTime":true}',
		'{"isLuxonDateTime":true,"toJSON":1,"toISO":"x","toJSDate":{},"ts":0}',
		'{"__proto__":{"isLuxonDateTime":true,"toISO":"x","toJSDate":"y"}}',
		'{"constructor":{"name":"DateTime"}}',
	])('%s is an object', (json) => {
		const withPrototype = Object.assign({}, JSON.parse(json) as object);
		for (const value of [JSON.parse(json) as object, withPrototype]) {
			const message = "'Parameter 1 (exparam1)' is not a text";
			expect(checkAuditParameters({ exparam1: value })).toMatchObject({ ok: false, message });
		}
	});
});

/** Luxon as another package may bring it along: another class of the same name. */
function otherLuxon(): { DateTime: typeof DateTime } {
	const file = require.resolve('luxon');
	const module = { exports: {} as { DateTime: typeof DateTime } };
	runInNewContext(readFileSync(file, 'utf8'), { exports: module.exports, module, Intl });
	return module.exports;
}
