import type { IExecuteFunctions } from 'n8n-workflow';

import {
	isExpression,
	NodeParameters,
	readEveryItem,
	withoutWhiteSpace,
} from '../../../nodes/WebexCampaign/input/parameters';
import { valid } from '../../../nodes/WebexCampaign/result';

/** A node with these saved parameters; `resolve` stands for n8n. */
function parametersOf(saved: object, resolve: (name: string, item: number) => unknown) {
	const getNodeParameter = jest.fn(resolve);
	const evaluateExpression = jest.fn((_expression: string, _item: number): unknown => 12.5);
	const context = {
		getNode: () => ({ parameters: saved }),
		getNodeParameter,
		evaluateExpression,
	} as unknown as IExecuteFunctions;
	return { parameters: new NodeParameters(context), getNodeParameter, evaluateExpression };
}

describe('a parameter is resolved no more often than it must be', () => {
	it('an expression for each item', () => {
		const { parameters } = parametersOf({ key: '={{ $json.k }}' }, (_name, item) => `k${item}`);
		expect([0, 1, 2].map((item) => parameters.resolve('key', 'Key', item))).toEqual(
			['k0', 'k1', 'k2'].map((value) => ({ ok: true, value })),
		);
	});

	it('anything else once', () => {
		const { parameters, getNodeParameter } = parametersOf({ key: '1' }, () => '1');
		[0, 1, 2].forEach((item) => parameters.resolve('key', 'Key', item));
		expect(getNodeParameter).toHaveBeenCalledTimes(1);
	});

	it.each<[unknown, boolean]>([
		['={{ $json.key }}', true],
		[{ __rl: true, mode: 'name', value: '={{ $json.profile }}' }, true],
		[{ a: { b: ['x', '=y'] } }, true],
		[' =x', false],
		[7, false],
		[null, false],
		[{ __rl: true, mode: 'name', value: 'x' }, false],
	])('it is an expression if it, or anything in it, begins with =: %j is: %s', (raw, expected) => {
		expect(isExpression(raw)).toBe(expected);
	});
});

describe('white space around an expression does not make a text of its value', () => {
	it.each<[string, string | undefined]>([
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
	])('of %j %j is read', (raw, expression) => {
		expect(withoutWhiteSpace(raw)).toBe(expression);
	});

	it.each<[string, unknown, unknown, unknown]>([
		['a field', '={{ $json.id }}\n', '12.5', 12.5],
		[
			'a resource locator',
			{ __rl: true, value: '={{ $json.id }} ' },
			{ __rl: true, value: '12.5' },
			{ __rl: true, value: 12.5 },
		],
		[
			'one field of several',
			{ a: '= {{ 1 }}', b: '={{ 2 }}', c: 'x' },
			{ a: '12.5', b: 2, c: 'x' },
			{ a: 12.5, b: 2, c: 'x' },
		],
	])('%s', (_name, saved, resolved, value) => {
		const { parameters, evaluateExpression } = parametersOf({ key: saved }, () => resolved);
		expect(parameters.resolve('key', 'Key', 3)).toEqual({ ok: true, value });
		expect(evaluateExpression.mock.calls).toEqual([[expect.stringMatching(/^\{\{.*\}\}$/), 3]]);
	});

	it.each<[string, unknown, unknown]>([
		['none around it', '={{ $json.id }}', 12.5],
		['no expression', '{{ $json.id }} ', '{{ $json.id }} '],
		['nothing', undefined, null],
		['fields without an expression', { a: ' x ' }, { a: ' x ' }],
	])('otherwise it is as n8n has it: %s', (_name, saved, resolved) => {
		const { parameters, evaluateExpression } = parametersOf({ key: saved }, () => resolved);
		expect(parameters.resolve('key', 'Key', 0)).toEqual({ ok: true, value: resolved });
		expect(evaluateExpression).not.toHaveBeenCalled();
	});
});

it.each<[string, unknown]>([
	['an error', new Error('Referenced node <b>is unexecuted</b>')],
	['a text', 'Referenced node is unexecuted'],
])('what can not be resolved is refused, never thrown: %s', (_name, thrown) => {
	const { parameters } = parametersOf({ key: '={{ $json.k }}' }, () => {
		throw thrown;
	});
	expect(parameters.resolve('key', 'Key', 0)).toEqual({
		ok: false,
		message: "'Key' could not be read",
		description: "Look at the expression in 'Key'. n8n says: Referenced node is unexecuted.",
		code: 'INVALID_PARAMETER',
		httpStatus: null,
	});
});

describe("an exception in checking one item is that item's", () => {
	it.each<[string, unknown]>([
		['an error', new Error('ENOENT')],
		['a text', 'x'],
		['nothing', undefined],
		['what can not be made a text', Object.create(null)],
	])('%s', (_name, thrown) => {
		const { parameters } = parametersOf({ key: '={{ $json.k }}' }, (_name, item) => item);
		const check = (value: unknown) => {
			if (value === 1) throw thrown;
			return valid(value);
		};
		const refused = {
			ok: false,
			message: "'Key' holds something that could not be checked",
			description: "Let the expression in 'Key' end in a text, such as {{ String($json.id) }}.",
			code: 'INVALID_PARAMETER',
			httpStatus: null,
		};
		expect([0, 1, 2].map((item) => parameters.read('key', 'Key', item, check))).toEqual([valid(0), refused, valid(2)]);
	});

	it('nor does one in resolving it escape, whatever is thrown', () => {
		for (const thrown of [Object.create(null), undefined, Object.assign(new Error('x'), { message: {} })]) {
			const { parameters } = parametersOf({ key: '={{ $json.k }}' }, () => {
				throw thrown;
			});
			expect(parameters.resolve('key', 'Key', 0)).toMatchObject({ ok: false, message: "'Key' could not be read" });
		}
	});
});

describe('something is read of every item', () => {
	const never = () => false;

	it('in order', async () => {
		expect(await readEveryItem(5, never, (item) => item * 2)).toEqual([0, 2, 4, 6, 8]);
	});

	it('until the execution is cancelled', async () => {
		let read = 0;
		const isCancelled = () => read >= 7;
		expect(await readEveryItem(100, isCancelled, () => ++read)).toHaveLength(7);
	});

	it('with pauses in which n8n can do other work', async () => {
		let others = 0;
		const other = setInterval(() => others++, 1);
		const busy = (item: number) => {
			const until = performance.now() + 2;
			while (performance.now() < until);
			return item;
		};
		await readEveryItem(100, never, busy);
		clearInterval(other);
		expect(others).toBeGreaterThan(1);
	});
});
