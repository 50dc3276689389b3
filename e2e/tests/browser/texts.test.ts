import { openEditor } from '../../browser/browser';
import { executeNode } from '../../stage/execution';
import { deleteProfile, fieldsFor, saveCredential } from '../../stage/webexCampaign';
import { saveWorkflow, start } from '../../stage/workflow';
import { openScene } from '../scene';

const items = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ key: `nobody-${number}` }));

/** Which text belongs to what is in tables of unit tests: here is what the editor does with one of each place. */
describe("n8n's editor shows whole what the node says", () => {
	const scene = openScene();
	const editor = openEditor(scene);

	const wrong = { name: 'Wrong key', onError: 'continueErrorOutput' } as const;

	beforeAll(async () => {
		const fields = { ...fieldsFor(scene.simulator), apiKey: 'wrong' };
		const wrongKey = await saveCredential(scene.api, fields, 'Wrong key');
		const options = { concurrency: 1 };
		const nodes = [
			deleteProfile(scene.credentials, options),
			{ ...deleteProfile(wrongKey, options, wrong), position: [200, 150] },
		];
		const links = nodes.map(({ name }) => ({ from: 'Start', to: name }));
		const workflow = { name: 'Texts', nodes: [start, ...nodes], links, pinnedItems: { Start: items } };
		await editor.openWorkflow((await saveWorkflow(scene.api, workflow)).id);
	});
	afterEach(async () => await editor.closeNode());

	it('in the error view, as the item has it', async () => {
		const node = deleteProfile(scene.credentials, {}, { onError: 'continueRegularOutput' });
		const { itemsOf } = await executeNode(scene.api, node, items);
		const { message, description } = itemsOf(node.name)[0]?.json.error as Record<string, string>;
		await editor.openNode(node.name);
		await editor.part('node-execute-button').click();
		await editor.part('node-error-message').waitFor();
		expect(await editor.showsWhole(editor.part('node-error-description'))).toBe(true);
		expect(await editor.errorShown()).toEqual({
			message: `${message} [item 0]`,
			description: `${description} Not attempted: items 1-6. Items are counted from 0.`,
		});
	});

	it('in a hint above the items, and in the items of a run that ended early', async () => {
		await editor.openNode(wrong.name);
		await editor.part('node-execute-button').click();
		const became = '1 not deleted, 6 not attempted, because Webex Campaign does not accept this API key';
		await editor.part('node-hint').getByText(`${became} (see the error branch). The run ended early.`).waitFor();
		const output = editor.part('output-panel');
		await output.getByText('Error Branch (7 items)').click();
		await output.locator('tbody tr').last().getByText('not sent: Webex Campaign does not accept').first().waitFor();
	});

	it("in the list of 'Profile Name' that can't be loaded", async () => {
		await editor.openNode(wrong.name);
		await editor.chooseMode('profileName', 'list');
		await editor.part('resource-locator-profileName').locator('[data-test-id="rlc-input"]').click();
		const error = editor.part('rlc-error-container');
		await error.getByText('does not accept this API key').first().waitFor();
		expect(await editor.showsWhole(error.locator('xpath=ancestor::div[2]'))).toBe(true);
	});

	it('in the credential whose test is red', async () => {
		await editor.openNode(wrong.name);
		await editor.part('credential-edit-button').click();
		const modal = editor.part('editCredential-modal');
		await modal.getByText('More details').click();
		await modal.getByText('does not accept this API key').waitFor();
	});
});
