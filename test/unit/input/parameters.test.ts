import type { IExecuteFunctions } from 'n8n-workflow';

import { NodeParameters } from '../../../nodes/WebexCampaign/input/parameters';

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
});

describe('white space around an expression does not make a text of its value', () => {
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
		['text around it', '=CUST-{{ $json.id }} ', 'CUST-12.5 '],
		['no expression', '{{ $json.id }} ', '{{ $json.id }} '],
		['nothing', undefined, null],
		['fields without an expression', { a: ' x ' }, { a: ' x ' }],
	])('otherwise it is as n8n has it: %s', (_name, saved, resolved) => {
		const { parameters, evaluateExpression } = parametersOf({ key: saved }, () => resolved);
		expect(parameters.resolve('key', 'Key', 0)).toEqual({ ok: true, value: resolved });
		expect(evaluateExpression).not.toHaveBeenCalled();
	});
});

describe('what can not be resolved is refused, never thrown', () => {
	it.each<[string, unknown]>([
		['an error', new Error('Referenced node <b>is unexecuted</b>')],
		['a text', 'Referenced node is unexecuted'],
	])('%s', (_name, thrown) => {
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
});

it('a parameter can be seen as it is saved', () => {
	expect(parametersOf({ key: '={{ $json.k }}' }, () => '1').parameters.saved.key).toBe('={{ $json.k }}');
});
