import { claimsOfStopReport } from '../truth/claims';
import { Campaign, KEYS } from './campaign';
import { documented, failureCases, firstReplyDecides, type FailureCase } from './failureCases';
import { CONTINUE, CONTINUE_MODES, ERROR_OUTPUT, STOP, type On } from './onError';
import { deletedItem, failedItem, NOT_SENT } from './shapes';

const keys = KEYS.slice(0, 3);
const campaign = new Campaign();

/** Each failure with the item that it strikes. From one mode to the next it is another item, so all pairs come up. */
const strikes = (mode: number): Strike[] =>
	failureCases.map((failureCase, i) => {
		const struck = (i + mode) % keys.length;
		const endsRun = failureCase.endsRun === 'first' ? struck === 0 : failureCase.endsRun === 'always';
		return { ...failureCase, endsRun, struck };
	});

type Strike = Omit<FailureCase, 'endsRun'> & { endsRun: boolean; struck: number };

const deletesWith = async ({ fault, requestTimeout = 30, struck }: Omit<Strike, 'endsRun'>, onError: On) => {
	await campaign.simulator.change({ faults: [{ ...fault, keys: keys[struck] }] });
	return await campaign.deletes({ keys, onError, options: { ...firstReplyDecides, requestTimeout } });
};

/** What the node has to return: the struck item fails, the others are deleted, or not sent after the run's end. */
const expectedItems = ({ code, httpStatus, outcome, endsRun, struck }: Strike, onError: On) => {
	const input = (key: string) => (onError === ERROR_OUTPUT ? { contact: key } : undefined);
	return keys.map((key, item) => {
		if (item < struck || (item > struck && !endsRun)) return deletedItem(item, key);
		const fields = item === struck ? { code, httpStatus, outcome, attempts: 1 } : NOT_SENT;
		return failedItem(item, key, fields, { input: input(key) });
	});
};

const hasFailed = ({ json }: { json: object }) => 'error' in json;

describe.each(CONTINUE_MODES.map((onError, mode) => ({ onError, mode })))(
	'On Error $onError: every item comes out once, in order, as what it is',
	({ onError, mode }) => {
		it.each(strikes(mode))('$reply, for item $struck', async (strike) => {
			const { success, failed, error } = await deletesWith(strike, onError);
			const expected = expectedItems(strike, onError);
			const byErrorBranch = onError === ERROR_OUTPUT ? expected.filter(hasFailed) : [];
			expect(failed).toStrictEqual(byErrorBranch);
			expect(success).toStrictEqual(expected.filter((item) => !byErrorBranch.includes(item)));
			expect(error).toBeUndefined();
			expect(await campaign.requests()).toBe(strike.endsRun ? strike.struck + 1 : keys.length);
		});
	},
);

describe('A code that comes as text means the same', () => {
	it.each(documented)('$reply', async (failureCase) => {
		await campaign.simulator.change({ codeKind: 'string' });
		const strike = { ...failureCase, endsRun: false, struck: 2 };
		const { success } = await deletesWith(strike, CONTINUE);
		expect(success).toStrictEqual(expectedItems(strike, CONTINUE));
	});
});

describe('On Error stopWorkflow: one error for the item that failed, and nothing is sent after it', () => {
	it.each(strikes(2))('$reply, for item $struck: in the words of the Continue modes', async (strike) => {
		const { struck } = strike;
		const { error, success, failed } = await deletesWith(strike, STOP);
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: struck } });
		expect(claimsOfStopReport(error!.description!)).toEqual(
			[0, 1, 2]
				.filter((item) => item !== struck)
				.map((item) => ({ item, status: item < struck ? 'deleted' : 'notAttempted' })),
		);
		expect([...success, ...failed]).toEqual([]);
		expect(await campaign.requests()).toBe(struck + 1);

		await campaign.simulator.reset();
		const other = await deletesWith(strike, CONTINUE);
		const told = other.success[struck]!.json.error as { message: string; description: string };
		// The detail of a time-out is in our words or in those of n8n, whose own comes at the same moment.
		const [advice = ''] = told.description.split('Technical detail:');
		expect(error!.message).toBe(told.message);
		expect(error!.description!.startsWith(advice)).toBe(true);
	});
});
