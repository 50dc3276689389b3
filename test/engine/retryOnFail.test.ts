import type { FaultRule } from '../../simulator/faults';
import { connect, deleteNode, makeNode } from '../n8nEngine/nodes';
import { outcomeOf } from '../n8nEngine/runNode';
import { runWorkflow } from '../n8nEngine/runWorkflow';
import { Campaign, KEYS, parametersFor } from './campaign';
import { CONTINUE, CONTINUE_MODES, ON_ERROR, STOP } from './onError';
import { deletedItem, failedItem, itemWithout } from './shapes';

const [a, b, c] = KEYS;
const keys = [a, b, c];
const campaign = new Campaign();

/** n8n repeats the whole node if it throws, or if its first output item has failed. */
const twice = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const once = { maxRetries: 0, concurrency: 1 };

const failsOnce: FaultRule = { fault: 'failure', code: 1010, keys: a, firstAsks: 1 };
const lostOnce: FaultRule = { fault: 'lost', executed: true, keys: a, firstAsks: 1 };

describe.each(ON_ERROR)('On Error %s: Retry On Fail goes on where the first try ended', (onError) => {
	const run = { keys, onError, settings: twice, options: once };

	it('what was deleted is not sent again and keeps its transaction id', async () => {
		await campaign.simulator.change({ faults: [failsOnce] });
		const { success, failed, error } = await campaign.deletes(run);
		expect(success).toStrictEqual(keys.map((key, item) => deletedItem(item, key)));
		expect(await campaign.asked()).toEqual({ [a]: 2, [b]: 1, [c]: 1 });
		expect({ failed, error }).toEqual({ failed: [], error: undefined });
	});

	it('a reply that the first try lost counts: the profile is gone, not missing', async () => {
		await campaign.simulator.change({ faults: [lostOnce] });
		const { success } = await campaign.deletes(run);
		expect(success).toStrictEqual([itemWithout('goneAfterRetry', 0, a), deletedItem(1, b), deletedItem(2, c)]);
	});

	it('a run that a refused key ended is not tried again', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'failure', code: 498 }] });
		const { success, failed, error } = await campaign.deletes(run);
		expect([...success, ...failed, ...(error ? keys : [])]).toHaveLength(keys.length);
		expect(await campaign.requests()).toBe(1);
	});
});

it('On Error stopWorkflow: an item that was refused with its key stops the later try, too', async () => {
	await campaign.simulator.change({ faults: [{ fault: 'failure', code: 498, keys: b, firstAsks: 1 }] });
	const { error } = await campaign.deletes({ keys, onError: STOP, settings: twice, options: once });
	expect(error).toMatchObject({ context: { itemIndex: 1 }, description: expect.stringContaining('Not attempted: 2.') });
	expect(await campaign.asked()).toEqual({ [a]: 1, [b]: 1 });
});

describe.each(CONTINUE_MODES)('On Error %s: Retry On Fail tells what all tries together came to', (onError) => {
	it('a duplicate', async () => {
		await campaign.simulator.change({ faults: [failsOnce] });
		const { success } = await campaign.deletes({ keys: [a, b, a, b], onError, settings: twice });
		expect(success).toStrictEqual([
			deletedItem(0, a),
			deletedItem(1, b),
			deletedItem(2, a, { duplicateOf: 0 }),
			deletedItem(3, b, { duplicateOf: 1 }),
		]);
		expect(await campaign.asked()).toEqual({ [a]: 2, [b]: 1 });
	});
});

describe('What Retry On Fail remembers is forgotten after the run of the node', () => {
	const items = [{ contact: a }, { contact: b }];
	const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 2 } as const;
	const allDeleted = [deletedItem(0, a), deletedItem(1, b)];
	/** After both tries. */
	const noneFound = [failedItem(0, a, notFound), failedItem(1, b, notFound)];

	const node = (name: string, y = 0) =>
		deleteNode(name, parametersFor(once), { onError: CONTINUE, ...twice, position: [0, y] });
	const secrets = () => ({ credential: campaign.credential, secrets: campaign.secrets });

	it('the next execution asks again', async () => {
		const run = { keys: [a, b], onError: CONTINUE, settings: twice };
		expect((await campaign.deletes(run)).success).toStrictEqual(allDeleted);
		await campaign.simulator.addRecords([{ profileName: 'sampleprofile', keys: [b] }]);
		const { success } = await campaign.deletes({ ...run, keys: [b], settings: {} });
		expect(success).toStrictEqual([deletedItem(0, b)]);
		expect(await campaign.asked()).toEqual({ [a]: 1, [b]: 2 });
	});

	it('a second node over the same items asks again', async () => {
		const { tasks } = await runWorkflow({
			nodes: [makeNode('Source', 'source', { items }), node('Upper', 0), node('Lower', 100)],
			connections: connect({ Source: [['Upper', 'Lower']] }),
			...secrets(),
		});
		expect(outcomeOf(tasks.Upper![0]).success).toStrictEqual(allDeleted);
		expect(outcomeOf(tasks.Lower![0]).success).toStrictEqual(noneFound);
	});

	it('the next round of a loop asks again', async () => {
		const { tasks } = await runWorkflow({
			nodes: [
				makeNode('Source', 'source', { items: [{}] }),
				makeNode('Loop', 'loop', { items, rounds: 2 }),
				node('Delete'),
			],
			connections: connect({ Source: [['Loop']], Loop: [[], ['Delete']], Delete: [['Loop']] }),
			...secrets(),
		});
		const rounds = tasks.Delete!.map((task) => outcomeOf(task).success);
		expect(rounds).toStrictEqual([allDeleted, noneFound]);
	});
});
