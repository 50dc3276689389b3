import { Campaign, inOrder, KEYS } from './campaign';
import { CONTINUE_MODES, ERROR_OUTPUT } from './onError';
import { failedItem } from './shapes';
import { where } from './where';

const campaign = new Campaign();
const keys = KEYS.slice(0, 2);

/** What is thrown holds the API key: the run of every test fails if it is anywhere in what n8n keeps of it. */
const leakingFrom = (broken: Parameters<typeof where>[0]) => where(broken, `Bearer ${campaign.simulator.apiKey}`);

describe.each(CONTINUE_MODES)('On Error %s: what no rule foresaw', (onError) => {
	it.each([
		['before the first request', 'getExecutionCancelSignal', { outcome: 'notDeleted', attempts: 0 }],
		['after it: nothing is claimed', 'addExecutionHints', { outcome: 'unknown', attempts: null }],
	] as const)('does not escape, and is not told in its own words: %s', async (_when, broken, claim) => {
		const result = await campaign.deletes({ keys: [...keys, ''], onError, inItsPlace: leakingFrom(broken) });
		const fields = { code: 'RUN_STOPPED', httpStatus: null, ...claim };
		expect(inOrder(result)).toStrictEqual(
			[...keys, ''].map((contact, item) =>
				failedItem(item, null, fields, { input: onError === ERROR_OUTPUT ? { contact } : undefined }),
			),
		);
		expect(result.error).toBeUndefined();
	});
});

describe.each(CONTINUE_MODES)('On Error %s: what an operation throws all the same', (onError) => {
	it('becomes an item for each, too', async () => {
		const result = await campaign.deletes({ keys: [...keys], onError, inItsPlace: leakingFrom('getExecuteData') });
		const error = expect.objectContaining({ message: 'The node came to an unforeseen end', code: 'RUN_STOPPED' });
		expect(inOrder(result).map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual(
			keys.map((_, item) => [error, { item }]),
		);
	});
});

describe('On Error stopWorkflow: what no rule foresaw', () => {
	it('is one error that says that some items may have been deleted', async () => {
		// An item that repeats another is worth a hint.
		const { error } = await campaign.deletes({
			keys: [KEYS[0], KEYS[0]],
			inItsPlace: leakingFrom('addExecutionHints'),
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'The node came to an unforeseen end; it is not known whether the profile was deleted',
			description: expect.stringMatching(
				/^Some items may have been deleted\. .*: TypeError at where\.ts:\d+:\d+\. Unknown: item 1\. /,
			),
		});
	});
});
