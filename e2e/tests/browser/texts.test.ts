import type { Simulator } from '../../../simulator/control';
import { spawnSimulator } from '../../../simulator/spawn';
import { openEditor } from '../../browser/browser';
import { ContactSheet } from '../../browser/contactSheet';
import { execute } from '../../stage/execution';
import { deleteProfile, fieldsFor, saveCredential } from '../../stage/webexCampaign';
import { saveWorkflow, start, type WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';
import { credentialCases, endCases, errorCases, hintCases, listCases, type TextCase } from './textCases';

const items = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number }));
const columns = 10;
const otherCases = [...endCases, ...hintCases, ...listCases, ...credentialCases];
const cases = [...errorCases, ...otherCases];
const faults = cases.flatMap((given, position) =>
	(given.faults ?? []).map((fault) => ({ ...fault, keys: `^${position}-` })),
);

/** In pictures too: `.cache/pictures/texts-1.png` and so on. */
describe("n8n's editor shows whole what the node says", () => {
	const scene = openScene();
	const sheet = new ContactSheet();
	/** Of each node, its first item's error as it is without n8n's part in it. */
	const said = new Map<string, { message: string; description: string }>();
	let throttled: Simulator;
	// Before the browser is closed.
	afterAll(async () => await sheet.save('texts', editor.page));
	const editor = openEditor(scene);

	beforeAll(async () => {
		const throttle = { kind: 'fixed', limit: 5, windowMs: 2000, retryAfter: 'seconds' } as const;
		throttled = await spawnSimulator({ settings: { throttle } });
		const nodes = await Promise.all(cases.map(nodeFor));
		await scene.simulator.change({ faults });
		const continuing = nodes
			.slice(0, errorCases.length)
			.map((node) => ({ ...node, onError: 'continueRegularOutput' as const }));
		const { itemsOf } = await execute(scene.api, await save(continuing));
		for (const { name } of continuing) said.set(name, itemsOf(name)[0]?.json.error as never);
		// Faults that strike so many times start afresh.
		await scene.simulator.change({ faults });
		await editor.openWorkflow((await save(nodes)).id);
	});
	afterAll(async () => await throttled.stop());
	afterEach(async () => await editor.closeNode());

	const save = async (nodes: WorkflowNode[]) =>
		await saveWorkflow(scene.api, {
			name: 'Texts',
			nodes: [start, ...nodes],
			links: nodes.map(({ name }) => ({ from: 'Start', to: name })),
			pinnedItems: { Start: items },
		});

	async function nodeFor(given: TextCase, position: number): Promise<WorkflowNode> {
		const simulator = given.throttled ? throttled : scene.simulator;
		const fields = { ...fieldsFor(simulator), ...given.credential?.(simulator) };
		const credentials = await saveCredential(scene.api, fields, given.name);
		const node = deleteProfile(credentials, { concurrency: 1, maxRetries: 0, ...given.options });
		const key = `=${position}-{{ ${given.oneKey ? 1 : '$json.number'} }}`;
		return {
			...node,
			name: given.name,
			...(given.shown && { onError: 'continueErrorOutput' }),
			parameters: { ...node.parameters, key, ...given.parameters },
			position: [200 + 180 * (position % columns), 150 * Math.floor(position / columns)],
		};
	}

	describe('in the error view', () => {
		it.each(errorCases)('$name', async ({ name }) => {
			await editor.openNode(name);
			await editor.part('node-execute-button').click();
			await editor.part('node-error-message').waitFor();
			await sheet.add(name, editor.page.locator('.node-error-view__header'));
			const shown = await editor.errorShown();
			expect(await editor.showsWhole(editor.part('node-error-description'))).toBe(true);
			const { message, description } = said.get(name)!;
			expect(shown.message).toBe(`${message} [item 0]`);
			// The detail of a time-out is in our words or in those of n8n, whose own comes at the same moment.
			const [advice] = description.split(' Technical detail:');
			expect(shown.description).toContain(advice);
			expect(`${message} ${description}`).not.toMatch(/undefined|\[object|<\w/);
		});
	});

	// A node may have a hint before it runs: the one of the run is known by what it says.
	const run = async (name: string, hint: RegExp) => {
		await editor.openNode(name);
		await editor.part('node-execute-button').click();
		await editor.part('node-hint').getByText(hint).waitFor();
		await sheet.add(name, editor.part('node-hint'));
	};

	describe('in the items of a run that ended early', () => {
		it.each(endCases)('$name', async ({ name, shown }) => {
			await run(name, /The run ended early\.$/);
			const output = editor.part('output-panel');
			await output.getByText('Error Branch (7 items)').click();
			const lastItem = output.locator('tbody tr').last();
			await lastItem.getByText(shown!).first().waitFor();
			await sheet.add(name, lastItem);
		});
	});

	describe('in a hint above the items', () => {
		it.each(hintCases)('$name', async ({ name, shown }) => await run(name, shown!));
	});

	describe("in the list of 'Profile Name'", () => {
		it.each(listCases)('$name', async ({ name, shown }) => {
			await editor.openNode(name);
			await editor.chooseMode('profileName', 'list');
			await editor.part('resource-locator-profileName').locator('[data-test-id="rlc-input"]').click();
			const error = editor.part('rlc-error-container');
			await error.getByText(shown!).first().waitFor();
			const list = error.locator('xpath=ancestor::div[2]');
			expect(await editor.showsWhole(list)).toBe(true);
			await sheet.add(name, list);
		});
	});

	describe('in the credential whose test is red', () => {
		it.each(credentialCases)('$name', async ({ name, shown, ...given }) => {
			await scene.simulator.change({
				faults: given.faults?.map((fault) => ({ ...fault, on: 'definitions' as const })) ?? [],
			});
			await editor.openNode(name);
			await editor.part('credential-edit-button').click();
			const modal = editor.part('editCredential-modal');
			await modal.getByText('More details').click();
			const text = modal.getByText(shown!);
			await text.waitFor();
			await sheet.add(name, text.locator('xpath=ancestor::div[3]'));
		});
	});
});
