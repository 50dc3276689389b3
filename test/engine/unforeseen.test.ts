import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { Campaign, inOrder, KEYS } from './campaign';
import { CONTINUE_MODES, ERROR_OUTPUT } from './onError';
import { failedItem } from './shapes';

const campaign = new Campaign();
const keys = KEYS.slice(0, 2);

/** The built node in an n8n one of whose functions throws. */
const where = (broken: keyof IExecuteFunctions) => (built: INodeType) => ({
	...built,
	execute(this: IExecuteFunctions) {
		const thrower = () => {
			throw new Error('no rule foresaw this');
		};
		return built.execute!.call(Object.create(this, { [broken]: { value: thrower } }) as IExecuteFunctions);
	},
});

describe.each(CONTINUE_MODES)('On Error %s: what no rule foresaw', (onError) => {
	it.each(['getNodeParameter', 'getExecuteData', 'addExecutionHints'] as const)(
		'does not escape, and claims nothing: %s throws',
		async (broken) => {
			const result = await campaign.deletes({ keys: [...keys, ''], onError, inItsPlace: where(broken) });
			const fields = { code: 'RUN_STOPPED', httpStatus: null, outcome: 'unknown', attempts: 0 } as const;
			expect(inOrder(result)).toStrictEqual(
				[...keys, ''].map((contact, item) =>
					failedItem(item, null, fields, { input: onError === ERROR_OUTPUT ? { contact } : {} }),
				),
			);
			expect(result.error).toBeUndefined();
		},
	);
});

describe('On Error stopWorkflow: what no rule foresaw', () => {
	it('is the error of the node', async () => {
		const { error } = await campaign.deletes({ keys: [...keys], inItsPlace: where('getExecuteData') });
		expect(error!.message).toBe('no rule foresaw this');
	});
});
