import type { IExecuteFunctions } from 'n8n-workflow';

import { NodeParameters } from '../../../nodes/WebexCampaign/input/parameters';
import { readRunOptions } from '../../../nodes/WebexCampaign/resources/profile/delete/parameters';

/** The options of a run over three items: as they are saved, and what they resolve to for each. */
function read(saved: unknown, resolve: (item: number) => unknown = () => saved) {
	const getNodeParameter = jest.fn((_name: string, item: number) => resolve(item));
	const context = {
		getNode: () => ({ parameters: { options: saved } }),
		getNodeParameter,
	} as unknown as IExecuteFunctions;
	return { options: readRunOptions(new NodeParameters(context), 3, () => false), getNodeParameter };
}

describe('options are those of the run', () => {
	it.each([
		['never touched', undefined],
		['null', null],
		['empty', {}],
	])('%s: the defaults', async (_name, saved) => {
		expect(await read(saved).options).toMatchObject({ ok: true, value: { concurrency: 10, dryRun: false } });
	});

	it('resolved once if they hold no expression', async () => {
		const { options, getNodeParameter } = read({ concurrency: 5, dryRun: true });
		expect(await options).toMatchObject({ ok: true, value: { concurrency: 5, dryRun: true } });
		expect(getNodeParameter).toHaveBeenCalledTimes(1);
	});
});

describe("'Dry Run' is looked at for every item: nothing is deleted that asked not to be", () => {
	const saved = { dryRun: '={{ $json.dry }}' };

	it.each([
		['true for all', [true, true, true], { ok: true, value: { dryRun: true } }],
		['false for all', [false, false, false], { ok: true, value: { dryRun: false } }],
		['true for the last only', [false, false, true], { ok: false }],
		['the text "false"', ['false', 'false', 'false'], { ok: false }],
	])('%s', async (_name, values, expected) => {
		expect(await read(saved, (item) => ({ dryRun: values[item] })).options).toMatchObject(expected);
	});

	it('nothing, which leaves no trace in what n8n resolves', async () => {
		expect(await read(saved, () => ({})).options).toMatchObject({ ok: false });
		expect(await read(saved, (item) => (item === 2 ? {} : { dryRun: true })).options).toMatchObject({
			ok: false,
		});
	});

	it.each<[unknown, boolean]>([
		[{ concurrency: 5 }, false],
		[undefined, false],
		[{ dryRun: true }, true],
	])('an expression for the options as a whole must name it: %j', async (resolved, ok) => {
		expect(await read('={{ $json.options }}', () => resolved).options).toMatchObject({ ok });
	});
});

it('options that can not be read refuse everything', async () => {
	const throwing = () => {
		throw new Error('Referenced node is unexecuted');
	};
	expect(await read({ concurrency: '={{ $("x").item }}' }, throwing).options).toMatchObject({
		ok: false,
		message: "'Options' could not be read",
	});
});
