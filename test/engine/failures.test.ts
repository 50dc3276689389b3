import { claimsOfStopReport } from '../truth/claims';
import { Campaign, KEYS } from './campaign';
import { documented, failureCases, firstReplyDecides, type FailureCase } from './failureCases';
import { CONTINUE, CONTINUE_MODES, ERROR_OUTPUT, STOP, type On } from './onError';
import { deletedItem, failedItem, NOT_SENT } from './shapes';

const keys = KEYS.slice(0, 3);
const places = [
	{ place: 'first', struck: 0 },
	{ place: 'middle', struck: 1 },
	{ place: 'last', struck: 2 },
];

const campaign = new Campaign();

const deletesWith = async (failureCase: FailureCase, struck: number, onError: On) => {
	const { fault, requestTimeout = 30 } = failureCase;
	await campaign.simulator.change({ faults: [{ ...fault, keys: keys[struck] }] });
	return await campaign.deletes({ keys, onError, options: { ...firstReplyDecides, requestTimeout } });
};

/** What the node has to return: the struck item fails, the others are deleted, or not sent after the run's end. */
const expectedItems = ({ code, httpStatus, outcome, endsRun }: FailureCase, struck: number, onError: On) => {
	const input = (key: string) => (onError === ERROR_OUTPUT ? { contact: key } : {});
	return keys.map((key, item) => {
		if (item < struck || (item > struck && !endsRun)) return deletedItem(item, key);
		const fields = item === struck ? { code, httpStatus, outcome, attempts: 1 } : NOT_SENT;
		return failedItem(item, key, fields, { input: input(key) });
	});
};

const hasFailed = ({ json }: { json: object }) => 'error' in json;

describe.each(CONTINUE_MODES)(
	'On Error %s: every item comes out once, in order, as what it is',
	(onError) => {
		describe.each(places)('if the $place item meets', ({ struck }) => {
			it.each(failureCases)('$reply', async (failureCase) => {
				const { success, failed, error } = await deletesWith(failureCase, struck, onError);
				const expected = expectedItems(failureCase, struck, onError);
				const byErrorBranch = onError === ERROR_OUTPUT ? expected.filter(hasFailed) : [];
				expect(failed).toStrictEqual(byErrorBranch);
				expect(success).toStrictEqual(expected.filter((item) => !byErrorBranch.includes(item)));
				expect(error).toBeUndefined();
				expect(await campaign.requests()).toBe(failureCase.endsRun ? struck + 1 : keys.length);
			});
		});
	},
);

describe('A code that comes as text means the same', () => {
	it.each(documented)('$reply', async (failureCase) => {
		await campaign.simulator.change({ codeKind: 'string' });
		const { success } = await deletesWith(failureCase, 2, CONTINUE);
		expect(success).toStrictEqual(expectedItems(failureCase, 2, CONTINUE));
	});
});

describe('On Error stopWorkflow: one error for the item that failed, and nothing is sent after it', () => {
	describe.each(places)('if the $place item meets', ({ struck }) => {
		it.each(failureCases)('$reply', async (failureCase) => {
			const { error, success, failed } = await deletesWith(failureCase, struck, STOP);
			expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: struck } });
			expect(claimsOfStopReport(error!.description!)).toEqual(
				[0, 1, 2]
					.filter((item) => item !== struck)
					.map((item) => ({ item, status: item < struck ? 'deleted' : 'notAttempted' })),
			);
			expect([...success, ...failed]).toEqual([]);
			expect(await campaign.requests()).toBe(struck + 1);
		});
	});

	it.each(failureCases)('$reply: in the words of the Continue modes', async (failureCase) => {
		const { error } = await deletesWith(failureCase, 0, STOP);
		await campaign.simulator.reset();
		const { success } = await deletesWith(failureCase, 0, CONTINUE);
		const told = success[0]!.json.error as { message: string; description: string };
		// The detail of a time-out is in our words or in those of n8n, whose own comes at the same moment.
		const [advice = ''] = told.description.split('Technical detail:');
		expect(error!.message).toBe(told.message);
		expect(error!.description!.startsWith(advice)).toBe(true);
	});
});
