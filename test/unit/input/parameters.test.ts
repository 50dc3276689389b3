import type { IExecuteFunctions } from 'n8n-workflow';

import { Parameters } from '../../../nodes/WebexCampaign/input/parameters';

/** A node with these saved parameters; `resolve` stands for n8n. */
function parametersOf(saved: object, resolve: (name: string, item: number) => unknown) {
	const getNodeParameter = jest.fn(resolve);
	const context = {
		getNode: () => ({ parameters: saved }),
		getNodeParameter,
	} as unknown as IExecuteFunctions;
	return { parameters: new Parameters(context), getNodeParameter };
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
		});
	});
});

it('a parameter can be seen as it is saved', () => {
	expect(parametersOf({ key: '={{ $json.k }}' }, () => '1').parameters.raw('key')).toBe('={{ $json.k }}');
});
