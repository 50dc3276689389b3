import { isExpression, withoutWhiteSpace } from '../../../nodes/WebexCampaign/input/parameters';

describe('a saved parameter is an expression if it, or anything in it, begins with =', () => {
	it.each<[unknown, boolean]>([
		['={{ $json.key }}', true],
		['=', true],
		[{ __rl: true, mode: 'name', value: '={{ $json.profile }}' }, true],
		[{ exparam1: 'a', exparam2: '=b' }, true],
		[{ a: { b: ['x', '=y'] } }, true],
		['{{ $json.key }}', false],
		[' =x', false],
		['a=b', false],
		['', false],
		[7, false],
		[null, false],
		[undefined, false],
		[{ __rl: true, mode: 'name', value: 'x' }, false],
		[{}, false],
	])('%j: %s', (raw, expected) => {
		expect(isExpression(raw)).toBe(expected);
	});
});

describe('an expression with white space around it is read without it', () => {
	it.each<[string, string | undefined]>([
		['={{ $json.id }}\n', '{{ $json.id }}'],
		['={{ $json.id }} ', '{{ $json.id }}'],
		['= {{ $json.id }}', '{{ $json.id }}'],
		['=\t{{ $json.id }}\r\n', '{{ $json.id }}'],
		['={{\n$json.id\n}}\n', '{{\n$json.id\n}}'],
		["={{ {id: {a: 1}}['id'] }} ", "{{ {id: {a: 1}}['id'] }}"],
		['={{ $json.id }}', undefined],
		['={{ $json.a }} {{ $json.b }}', undefined],
		['={{ $json.a }}{{ $json.b }} ', undefined],
		['=CUST-{{ $json.id }} ', undefined],
		['={{ $json.id }}-x ', undefined],
		['{{ $json.id }} ', undefined],
		['= ', undefined],
		['', undefined],
	])('%j: %j', (raw, expression) => {
		expect(withoutWhiteSpace(raw)).toBe(expression);
	});
});
