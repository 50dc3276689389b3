import type { FaultRule } from '../../simulator/faults';
import { claimsOfStopReport } from '../truth/claims';
import { Campaign, KEYS, NOBODY } from './campaign';
import { CONTINUE_MODES, ERROR_OUTPUT, STOP, type On } from './onError';
import { deletedItem, failedItem, NOT_SENT, type FailedFields } from './shapes';

const keys = KEYS.slice(0, 3);
const campaign = new Campaign();

/** A failure that strikes one item, and what becomes of that item when it is sent only once. */
interface Failure {
	reply: string;
	fault: FaultRule;
	becomes: Omit<FailedFields, 'attempts'>;
	/** No further item is sent: each would fare the same. `first`: only as long as nothing contradicts it. */
	endsRun?: 'always' | 'first';
	/** Seconds, if the case is about time; else there is time enough on the busiest machine. */
	requestTimeout?: number;
}

const notDeleted = (code: string, httpStatus: number) => ({ code, httpStatus, outcome: 'notDeleted' }) as const;
const unknown = (code: string, httpStatus: number | null) => ({ code, httpStatus, outcome: 'unknown' }) as const;
const notUnderstood = (httpStatus: number) => unknown('UNEXPECTED_REPLY', httpStatus);
const lost = unknown('CONNECTION_FAILED', null);
const late = { becomes: unknown('TIMED_OUT', null), requestTimeout: 1.2 };

/** Of each kind one: what each reply means is in the tables of test/unit/api. */
const failures: Failure[] = [
	{ reply: 'code 102', fault: { fault: 'failure', code: 102 }, becomes: notDeleted('102', 200) },
	{ reply: 'code 430', fault: { fault: 'failure', code: 430 }, becomes: notDeleted('430', 401), endsRun: 'first' },
	{
		reply: 'code 429, and no time to wait',
		fault: { fault: 'failure', code: 429 },
		becomes: notDeleted('THROTTLED', 429),
		endsRun: 'always',
	},
	{ reply: 'code 500', fault: { fault: 'failure', code: 500, executed: true }, becomes: unknown('500', 500) },
	{ reply: 'an unlisted code', fault: { fault: 'failure', code: 777 }, becomes: unknown('777', 200) },
	{ reply: 'a web page', fault: { fault: 'webPage', executed: true }, becomes: notUnderstood(200) },
	{ reply: 'both id and code', fault: { fault: 'idAndCode' }, becomes: notUnderstood(200) },
	{
		reply: 'HTTP 401 without a code',
		fault: { fault: 'webPage', httpStatus: 401 },
		becomes: notDeleted('UNEXPECTED_REPLY', 401),
		endsRun: 'first',
	},
	{
		reply: 'a redirect',
		fault: { fault: 'redirect' },
		becomes: notDeleted('UNEXPECTED_REPLY', 302),
		endsRun: 'first',
	},
	{ reply: 'a connection lost before the delete', fault: { fault: 'lost' }, becomes: lost },
	{ reply: 'a reply cut in the middle', fault: { fault: 'cut', executed: true }, becomes: lost },
	{ reply: 'no reply', fault: { fault: 'hang', executed: true }, ...late },
	{ reply: 'a reply that drips', fault: { fault: 'drip', executed: true, dripMs: 50 }, ...late },
];

/** Each failure with the item that it strikes. From one mode to the next it is another item, so all pairs come up. */
const strikes = (mode: number) =>
	failures.map((given, i) => {
		const struck = (i + mode) % keys.length;
		return { ...given, struck, endsRun: given.endsRun === 'first' ? struck === 0 : given.endsRun === 'always' };
	});

type Strike = ReturnType<typeof strikes>[number];

/** No retry and no wait, one at a time: the first reply decides. */
const deletesWith = async ({ fault, requestTimeout = 30, struck }: Strike, onError: On) => {
	await campaign.simulator.change({ faults: [{ ...fault, keys: keys[struck] }] });
	const options = { concurrency: 1, maxRetries: 0, maxThrottleWait: 0, requestTimeout };
	return await campaign.deletes({ keys, onError, options });
};

/** What the node has to return: the struck item fails, the others are deleted, or not sent after the run's end. */
const expectedItems = ({ becomes, endsRun, struck }: Strike, onError: On) =>
	keys.map((key, item) => {
		if (item < struck || (item > struck && !endsRun)) return deletedItem(item, key);
		const fields = item === struck ? { ...becomes, attempts: 1 } : NOT_SENT;
		return failedItem(item, key, fields, { input: onError === ERROR_OUTPUT ? { contact: key } : undefined });
	});

describe.each(CONTINUE_MODES.map((onError, mode) => ({ onError, mode })))(
	'On Error $onError: every item comes out once, in order, as what it is',
	({ onError, mode }) => {
		it.each(strikes(mode))('$reply, for item $struck', async (strike) => {
			const { success, failed, error } = await deletesWith(strike, onError);
			const expected = expectedItems(strike, onError);
			const byErrorBranch = onError === ERROR_OUTPUT ? expected.filter(({ json }) => 'error' in json) : [];
			expect(failed).toStrictEqual(byErrorBranch);
			expect(success).toStrictEqual(expected.filter((item) => !byErrorBranch.includes(item)));
			expect(error).toBeUndefined();
			expect(await campaign.requests()).toBe(strike.endsRun ? strike.struck + 1 : keys.length);
		});
	},
);

describe('On Error stopWorkflow: one error for the item that failed, and nothing is sent after it', () => {
	it.each(strikes(2))('$reply, for item $struck', async (strike) => {
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
	});
});

describe('The error branch', () => {
	const notFound = { ...notDeleted('1020', 200), attempts: 1 };

	it("keeps the input item's own fields beside the error", async () => {
		const input = { contact: NOBODY, row: 7, address: { city: 'Ulm' }, message: 'hello', details: null };
		const { failed } = await campaign.deletes({ items: [input], onError: ERROR_OUTPUT });
		expect(failed).toStrictEqual([failedItem(0, NOBODY, notFound, { input })]);
	});

	it('is told by our error, not by a field of the input that has the same name', async () => {
		const items = [KEYS[0], NOBODY].map((contact) => ({ contact, error: 'from an earlier node' }));
		const { success, failed } = await campaign.deletes({ items, onError: ERROR_OUTPUT });
		expect(success).toStrictEqual([deletedItem(0, KEYS[0])]);
		expect(failed).toStrictEqual([failedItem(1, NOBODY, notFound, { input: { contact: NOBODY } })]);
	});
});
