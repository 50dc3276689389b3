import type { FaultRule } from '../../simulator/faults';
import { Campaign, inOrder, KEYS, NOBODY } from './campaign';
import { CONTINUE, CONTINUE_MODES, ERROR_OUTPUT, ON_ERROR } from './onError';
import { deletedItem, failedItem, itemWithout } from './shapes';

const [a, b, c] = KEYS;
const keys = [a, b, c];
const campaign = new Campaign();

/** n8n repeats the whole node if it throws, or if its first output item has failed. */
const tries = (maxTries: number) => ({ retryOnFail: true, maxTries, waitBetweenTries: 1 });
const once = { maxRetries: 0, concurrency: 1 };

const failsOnce = (key: string): FaultRule => ({ fault: 'failure', code: 1010, keys: key, firstAsks: 1 });
const lostOnce = (key: string): FaultRule => ({ fault: 'lost', executed: true, keys: key, firstAsks: 1 });

describe.each(ON_ERROR)('On Error %s: Retry On Fail goes on where the first try ended', (onError) => {
	const run = { keys, onError, settings: tries(2), options: once };

	it('what was deleted is not sent again and keeps its transaction id', async () => {
		await campaign.simulator.change({ faults: [failsOnce(a)] });
		const { success, failed, error } = await campaign.deletes(run);
		expect(success).toStrictEqual(keys.map((key, item) => deletedItem(item, key)));
		expect(await campaign.asked()).toEqual({ [a]: 2, [b]: 1, [c]: 1 });
		expect({ failed, error }).toEqual({ failed: [], error: undefined });
	});

	it('a reply that the first try lost counts: the profile is gone, not missing', async () => {
		await campaign.simulator.change({ faults: [lostOnce(a)] });
		const { success } = await campaign.deletes(run);
		expect(success).toStrictEqual([itemWithout('goneAfterRetry', 0, a), deletedItem(1, b), deletedItem(2, c)]);
	});

	it.each([
		['code 498', { fault: 'failure', code: 498 }, 1],
		['code 430', { fault: 'failure', code: 430 }, 1],
		['code 405', { fault: 'failure', code: 405 }, 1],
		['HTTP 401', { fault: 'webPage', httpStatus: 401 }, 1],
		['HTTP 403', { fault: 'webPage', httpStatus: 403 }, 1],
		['HTTP 405', { fault: 'webPage', httpStatus: 405 }, 1],
		['HTTP 404, which may pass', { fault: 'webPage', httpStatus: 404 }, 3],
		['a redirect, which may pass', { fault: 'redirect' }, 3],
	] as Array<[string, FaultRule, number]>)('a run that ended by %s', async (_, fault, requests) => {
		await campaign.simulator.change({ faults: [fault] });
		const { success, failed, error } = await campaign.deletes({ ...run, settings: tries(3) });
		expect([...success, ...failed, ...(error ? keys : [])]).toHaveLength(keys.length);
		expect(await campaign.requests()).toBe(requests);
	});
});

describe('On Error stopWorkflow: Retry On Fail goes on where the first try ended', () => {
	it('a failure in the middle: neither what came before nor what was under way is sent again', async () => {
		await campaign.simulator.change({ faults: [failsOnce(b)], latency: { ms: 20 } });
		const { success } = await campaign.deletes({ keys, settings: tries(2), options: { concurrency: 2 } });
		expect(success).toStrictEqual(keys.map((key, item) => deletedItem(item, key)));
		expect(await campaign.asked()).toEqual({ [a]: 1, [b]: 2, [c]: 1 });
	});
});

describe.each(CONTINUE_MODES)('On Error %s: Retry On Fail tells what all tries together came to', (onError) => {
	const input = onError === ERROR_OUTPUT ? { contact: a } : undefined;
	const run = { onError, settings: tries(2) };

	it('a reply lost, then a refusal: unknown, after two attempts', async () => {
		await campaign.simulator.change({ faults: [lostOnce(a), { fault: 'failure', code: 1010, keys: a }] });
		const result = await campaign.deletes({ ...run, keys, options: once });
		expect(inOrder(result)).toStrictEqual([
			failedItem(0, a, { code: '1010', httpStatus: 200, outcome: 'unknown', attempts: 2 }, { input }),
			deletedItem(1, b),
			deletedItem(2, c),
		]);
	});

	it("a profile not found, with 'If Profile Not Found' on 'Continue', is not asked for again", async () => {
		await campaign.simulator.change({ faults: [failsOnce(a)] });
		const options = { ...once, ifNotFound: 'continue' };
		const { success } = await campaign.deletes({ ...run, keys: [a, NOBODY], options });
		expect(success).toStrictEqual([deletedItem(0, a), itemWithout('notFound', 1, NOBODY)]);
		expect(await campaign.asked()).toEqual({ [a]: 2, [NOBODY]: 1 });
	});

	it('a duplicate', async () => {
		await campaign.simulator.change({ faults: [failsOnce(a)] });
		const { success } = await campaign.deletes({ ...run, keys: [a, b, a, b] });
		expect(success).toStrictEqual([
			deletedItem(0, a),
			deletedItem(1, b),
			deletedItem(2, a, { duplicateOf: 0 }),
			deletedItem(3, b, { duplicateOf: 1 }),
		]);
		expect(await campaign.asked()).toEqual({ [a]: 2, [b]: 1 });
	});

	it('Execute Once', async () => {
		await campaign.simulator.change({ faults: [lostOnce(a)] });
		const settings = { ...tries(2), executeOnce: true };
		const { success } = await campaign.deletes({ ...run, keys, settings, options: once });
		expect(success).toStrictEqual([itemWithout('goneAfterRetry', 0, a)]);
	});
});

describe('Retry On Fail does not take one profile for another', () => {
	const other = new Campaign();
	const all = keys.map((key, item) => deletedItem(item, key));
	/** The credential is read for the first and the last item of each try, and one past the last. */
	const nextTry = <T>(first: T, second: T) => {
		let reads = 0;
		return () => (reads++ < 3 ? first : second);
	};

	it('if the credential leads to another tenant in the next try, all items are sent there', async () => {
		await campaign.simulator.change({ faults: [failsOnce(a)] });
		const credential = nextTry(campaign.credential, other.credential);
		const { success } = await other.deletes({ keys, credential, onError: CONTINUE, settings: tries(2) });
		expect(success).toStrictEqual(all);
		expect(await other.asked()).toEqual({ [a]: 1, [b]: 1, [c]: 1 });
	});

	it('if the API key is another one in the next try, the refusal of the first is not repeated', async () => {
		const wrong = { ...campaign.credential, apiKey: 'a-wrong-key' };
		const credential = nextTry(wrong, campaign.credential);
		const { success } = await campaign.deletes({ keys, credential, onError: CONTINUE, settings: tries(2) });
		expect(success).toStrictEqual(all);
	});
});
