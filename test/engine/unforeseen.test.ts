import { Campaign, inOrder, KEYS } from './campaign';
import { CONTINUE_MODES, ERROR_OUTPUT } from './onError';
import { failedItem } from './shapes';
import { where } from './where';

const campaign = new Campaign();
const keys = KEYS.slice(0, 2);

/** What is thrown holds the API key: the run of every test fails if it is anywhere in what n8n keeps of it. */
const leakingFrom = (broken: Parameters<typeof where>[0]) => where(broken, `Bearer ${campaign.simulator.apiKey}`);

describe.each(CONTINUE_MODES)('On Error %s: what no rule foresaw', (onError) => {
	it.each(['getExecutionCancelSignal', 'getExecuteData', 'addExecutionHints'] as const)(
		'does not escape, claims nothing, and is not told in its own words: %s throws',
		async (broken) => {
			const result = await campaign.deletes({ keys: [...keys, ''], onError, inItsPlace: leakingFrom(broken) });
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
		const { error } = await campaign.deletes({ keys: [...keys], inItsPlace: leakingFrom('getExecuteData') });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The node came to an unforeseen end',
			description: expect.stringMatching(/^Some items may have been deleted\. .*: TypeError at where\.ts:\d+:\d+\.$/),
		});
	});
});
