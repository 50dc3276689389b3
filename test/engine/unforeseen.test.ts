import { Campaign, inOrder, KEYS } from './campaign';
import { where } from './where';
import { CONTINUE_MODES, ERROR_OUTPUT, ON_ERROR } from './onError';
import { failedItem } from './shapes';

const campaign = new Campaign();
const keys = KEYS.slice(0, 2);

describe.each(CONTINUE_MODES)('On Error %s: what no rule foresaw', (onError) => {
	it.each(['getExecutionCancelSignal', 'getExecuteData', 'addExecutionHints'] as const)(
		'does not escape, and claims nothing: %s throws',
		async (broken) => {
			const result = await campaign.deletes({ keys: [...keys, ''], onError, inItsPlace: where(broken) });
			const fields = { code: 'RUN_STOPPED', httpStatus: null, outcome: 'unknown', attempts: null } as const;
			expect(inOrder(result)).toStrictEqual(
				[...keys, ''].map((contact, item) =>
					failedItem(item, null, fields, { input: onError === ERROR_OUTPUT ? { contact } : undefined }),
				),
			);
			expect(result.error).toBeUndefined();
		},
	);
});

describe('On Error stopWorkflow: what no rule foresaw', () => {
	it('is one error that says that some items may have been deleted', async () => {
		const { error } = await campaign.deletes({ keys: [...keys], inItsPlace: where('getExecuteData') });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The node came to an unforeseen end',
			description: expect.stringMatching(/^Some items may have been deleted\. .*: TypeError at where\.ts:\d+:\d+\.$/),
		});
	});
});

describe.each(ON_ERROR)('On Error %s: what no rule foresaw', (onError) => {
	// The run of every test fails if the key is anywhere in what n8n keeps of it.
	it('is not told in its own words, which may hold the API key', async () => {
		const inItsPlace = where('getExecuteData', `Bearer ${campaign.simulator.apiKey}`);
		const { run } = await campaign.deletes({ keys: [...keys], onError, inItsPlace });
		expect(JSON.stringify(run)).toContain('The node came to an unforeseen end');
	});
});
