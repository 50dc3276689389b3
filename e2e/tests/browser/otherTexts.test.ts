import { spawnSimulator } from '../../../simulator/spawn';
import type { Simulator } from '../../../simulator/control';
import { openEditor } from '../../browser/browser';
import { ContactSheet } from '../../browser/contactSheet';
import { deleteProfile, fieldsFor, saveCredential } from '../../stage/webexCampaign';
import { saveWorkflow, start, type WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';
import { credentialCases, endCases, hintCases, listCases, type OtherCase } from './otherCases';

const items = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number }));
const columns = 6;
const endedEarly = /The run ended early\.$/;
const cases = [...endCases, ...hintCases, ...listCases, ...credentialCases];

describe('the editor shows outside of its error view', () => {
	const scene = openScene();
	const sheet = new ContactSheet();
	let throttled: Simulator;
	// Before the browser is closed.
	afterAll(async () => await sheet.save('other-texts', editor.page));
	const editor = openEditor(scene);

	beforeAll(async () => {
		throttled = await spawnSimulator();
		const throttle = { kind: 'fixed', limit: 5, windowMs: 2000, retryAfter: 'seconds' } as const;
		await throttled.change({ throttle });
		const faults = cases.flatMap(({ fault }, position) => (fault ? [{ ...fault, keys: `^${position}-` }] : []));
		await scene.simulator.change({ faults });
		const nodes = await Promise.all(cases.map(nodeFor));
		const workflow = await saveWorkflow(scene.api, {
			name: 'Other texts',
			nodes: [start, ...nodes],
			links: nodes.map(({ name }) => ({ from: 'Start', to: name })),
			pinnedItems: { Start: items },
		});
		await editor.openWorkflow(workflow.id);
	});
	afterAll(async () => {
		await throttled.stop();
	});

	async function nodeFor(given: OtherCase, position: number): Promise<WorkflowNode> {
		const simulator = given.throttled ? throttled : scene.simulator;
		const fields = { ...fieldsFor(simulator), ...given.credential?.(simulator) };
		const credentials = await saveCredential(scene.api, fields, given.name);
		const node = deleteProfile(credentials, { concurrency: 1, maxRetries: 0, ...given.options });
		return {
			...node,
			name: given.name,
			onError: 'continueErrorOutput',
			parameters: {
				...node.parameters,
				key: given.key ?? `=${position}-{{ $json.number }}`,
				...given.parameters,
			},
			position: [200 + 180 * (position % columns), 150 * Math.floor(position / columns)],
		};
	}

	afterEach(async () => await editor.closeNode());

	// A node may have a hint before it runs: the one of the run is known by what it says.
	const run = async (name: string, hint: RegExp) => {
		await editor.openNode(name);
		await editor.part('node-execute-button').click();
		await editor.part('node-hint').getByText(hint).waitFor();
		await sheet.add(name, editor.part('node-hint'));
	};

	describe('in the items of a run that ended early, why', () => {
		it.each(endCases)('$name', async ({ name, shown }) => {
			await run(name, endedEarly);
			const output = editor.part('output-panel');
			await output.getByText('Error Branch (7 items)').click();
			const lastItem = output.locator('tbody tr').last();
			await lastItem.getByText(shown).first().waitFor();
			await sheet.add(name, lastItem);
		});
	});

	describe('in a hint above the items, what became of them', () => {
		it.each(hintCases)('$name', async ({ name, shown }) => {
			await run(name, shown);
		});
	});

	describe("in the list of 'Profile Name', why it can't be loaded", () => {
		it.each(listCases)('$name', async ({ name, shown }) => {
			await editor.openNode(name);
			await editor.chooseMode('profileName', 'list');
			await editor.part('resource-locator-profileName').locator('[data-test-id="rlc-input"]').click();
			const error = editor.part('rlc-error-container');
			await error.getByText(shown).first().waitFor();
			const list = error.locator('xpath=ancestor::div[2]');
			expect(await editor.showsWhole(list)).toBe(true);
			await sheet.add(name, list);
		});
	});

	describe('in the credential, why its test is red', () => {
		it.each(credentialCases)('$name', async ({ name, fault, shown }) => {
			await scene.simulator.change({ faults: fault ? [{ ...fault, on: 'definitions' }] : [] });
			await editor.openNode(name);
			await editor.part('credential-edit-button').click();
			const modal = editor.part('editCredential-modal');
			await modal.getByText('More details').click();
			const said = modal.getByText(shown);
			await said.waitFor();
			await sheet.add(name, said.locator('xpath=ancestor::div[3]'));
		});
	});
});
