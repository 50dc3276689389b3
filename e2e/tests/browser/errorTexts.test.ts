import { openEditor } from '../../browser/browser';
import { ContactSheet } from '../../browser/contactSheet';
import { execute } from '../../stage/execution';
import { deleteProfile, fieldsFor, saveCredential } from '../../stage/webexCampaign';
import { saveWorkflow, start, type WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';
import { errorCases, type ErrorCase } from './errorCases';

const items = [{ number: 1 }, { number: 2 }];
const columns = 10;

interface Text {
	message: string;
	description: string;
}

describe('the editor shows message and description of a failed item whole, and as the item has them', () => {
	const scene = openScene();
	const sheet = new ContactSheet();
	const said = new Map<string, Text>();
	// Before the browser is closed.
	afterAll(async () => await sheet.save('error-texts', editor.page));
	const editor = openEditor(scene);

	beforeAll(async () => {
		const faults = errorCases.flatMap(({ faults = [] }, position) =>
			faults.map((fault) => ({ ...fault, keys: `^${position}-` })),
		);
		await scene.simulator.change({ faults });
		const nodes = await Promise.all(errorCases.map(nodeFor));
		await readItems(nodes);
		// Faults that strike so many times start afresh.
		await scene.simulator.change({ faults });
		const workflow = await saveCases(nodes);
		await editor.openWorkflow(workflow.id);
	});

	async function nodeFor(given: ErrorCase, position: number): Promise<WorkflowNode> {
		const credentials = given.credential
			? await saveCredential(scene.api, { ...fieldsFor(scene.simulator), ...given.credential }, given.name)
			: scene.credentials;
		const node = deleteProfile(credentials, given.options);
		const parameters = {
			...node.parameters,
			key: `=${position}-{{ ${given.oneKey ? 1 : '$json.number'} }}`,
			...given.parameters,
		};
		return {
			...node,
			name: given.name,
			parameters,
			position: [200 + 150 * (position % columns), 130 * Math.floor(position / columns)],
		};
	}

	const saveCases = async (nodes: WorkflowNode[]) =>
		await saveWorkflow(scene.api, {
			name: 'Error texts',
			nodes: [start, ...nodes],
			links: nodes.map(({ name }) => ({ from: 'Start', to: name })),
			pinnedItems: { Start: items },
		});

	/** In the Continue modes nothing of n8n's stands between the node and its texts. */
	async function readItems(nodes: WorkflowNode[]): Promise<void> {
		const continuing = nodes.map((node) => ({ ...node, onError: 'continueRegularOutput' as const }));
		const execution = await execute(scene.api, await saveCases(continuing));
		for (const { name } of nodes) said.set(name, execution.itemsOf(name)[0]?.json.error as Text);
	}

	afterEach(async () => await editor.closeNode());

	it.each(errorCases.map(({ name }) => name))('%s', async (name) => {
		await editor.openNode(name);
		await editor.part('node-execute-button').click();
		await editor.part('node-error-message').waitFor();
		await sheet.add(name, editor.page.locator('.node-error-view__header'));
		const shown = await editor.errorShown();
		expect(await editor.showsWhole(editor.part('node-error-description'))).toBe(true);
		const { message, description } = said.get(name) as Text;
		expect(shown.message).toBe(`${message} [item 0]`);
		// The detail of a time-out is in our words or in those of n8n, whose own comes at the same moment.
		const [advice] = description.split(' Technical detail:');
		expect(shown.description).toContain(advice);
		expect(`${message} ${description}`).not.toMatch(/undefined|\[object|<\w/);
	});
});
