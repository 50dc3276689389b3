import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../../install/folders';
import { execute, type Item } from '../../stage/execution';
import { deleteProfile } from '../../stage/webexCampaign';
import { inARow, saveWorkflow, start, type WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';

const readme = readFileSync(join(topFolder, 'README.md'), 'utf8');
/** The expression below "What comes out", and the node that it names. */
const [, expression = '', list = ''] = /```\n(\{\{ \$\('(.*?)'\).*?\}\})\n```/.exec(readme) ?? [];

const pinnedItems = {
	[list]: [
		{ key: '9463183901', name: 'Ada' },
		{ key: 'nobody', name: 'Ben' },
		{ key: '9463183902', name: 'Cem' },
	],
};

const nameAgain: WorkflowNode = {
	name: 'Name again',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: { assignments: [{ id: '1', name: 'name', type: 'string', value: `=${expression}` }] },
		includeOtherFields: true,
		options: {},
	},
};

const merge: WorkflowNode = {
	name: 'Merge',
	type: 'n8n-nodes-base.merge',
	typeVersion: 3,
	parameters: { mode: 'combine', combineBy: 'combineByPosition', options: {} },
};

describe('the columns that the items came with', () => {
	const scene = openScene();
	const run = async (onError: WorkflowNode['onError'], nodes: WorkflowNode[], links = inARow(list)) => {
		const erase = deleteProfile(scene.credentials, {}, { onError });
		const all = [{ ...start, name: list }, erase, ...nodes];
		const workflow = await saveWorkflow(scene.api, { name: 'Columns', nodes: all, links, pinnedItems });
		return await execute(scene.api, workflow);
	};
	const keyAndName = (items: Item[]) => items.map(({ json }) => [json.key, json.name]);

	beforeEach(async () => await scene.simulator.reset());

	it('are not in an item that succeeded', async () => {
		const { itemsOf } = await run('continueErrorOutput', [], inARow(list, 'Delete Profile'));
		expect(keyAndName(itemsOf('Delete Profile', 0))).toEqual([
			['9463183901', undefined],
			['9463183902', undefined],
		]);
	});

	it('are had again by the expression in README, on both branches', async () => {
		const links = [
			...inARow(list, 'Delete Profile', nameAgain.name),
			{ from: 'Delete Profile', to: 'On the error branch', output: 1 },
		];
		const nodes = [nameAgain, { ...nameAgain, name: 'On the error branch' }];
		const { itemsOf } = await run('continueErrorOutput', nodes, links);
		expect(keyAndName(itemsOf(nameAgain.name))).toEqual([
			['9463183901', 'Ada'],
			['9463183902', 'Cem'],
		]);
		expect(itemsOf('On the error branch').map(({ json }) => json.name)).toEqual(['Ben']);
	});

	it('are had again by a Merge by position, if all items leave by one branch', async () => {
		const links = [...inARow(list, 'Delete Profile', merge.name), { from: list, to: merge.name, input: 1 }];
		const { itemsOf } = await run('continueRegularOutput', [merge], links);
		const items = itemsOf(merge.name).map(({ json }) => [json.name, json.status, json.error !== undefined]);
		expect(items).toEqual([
			['Ada', 'deleted', false],
			['Ben', 'notDeleted', true],
			['Cem', 'deleted', false],
		]);
	});
});
