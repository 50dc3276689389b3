import { connect, deleteNode, makeNode } from '../n8nEngine/nodes';
import { outcomeOf } from '../n8nEngine/runNode';
import { runWorkflow } from '../n8nEngine/runWorkflow';
import { Campaign, KEYS, parametersFor } from './campaign';
import { CONTINUE } from './onError';
import { deletedItem, failedItem } from './shapes';

const [a, b] = KEYS;
const items = [{ contact: a }, { contact: b }];
const campaign = new Campaign();

const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 2 } as const;
const allDeleted = [deletedItem(0, a), deletedItem(1, b)];
/** After both tries. */
const noneFound = [failedItem(0, a, notFound), failedItem(1, b, notFound)];

const retrying = { onError: CONTINUE, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const node = (name: string, y = 0) =>
	deleteNode(name, parametersFor({ concurrency: 1 }), { ...retrying, position: [0, y] });

describe('What Retry On Fail remembers is forgotten after the run of the node', () => {
	it('the next execution asks again', async () => {
		const run = { keys: [a, b], onError: CONTINUE, settings: retrying };
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
			credential: campaign.credential,
			secrets: campaign.secrets,
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
			credential: campaign.credential,
			secrets: campaign.secrets,
		});
		const rounds = tasks.Delete!.map((task) => outcomeOf(task).success);
		expect(rounds).toStrictEqual([allDeleted, noneFound]);
	});
});
