import { isExpression } from '../../../nodes/WebexCampaign/input/expression';

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
