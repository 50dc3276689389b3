import { failureText } from '../../../nodes/WebexCampaign/resources/profile/delete/output/failureText';
import { everyFailure } from '../../../test/unit/texts/failures';
import { everyRefusal } from '../../../test/unit/texts/refusals';
import { openEditor } from '../../browser/browser';
import { ContactSheet, textsVariable } from '../../browser/pictures';
import { executeNode } from '../../stage/execution';
import { deleteProfile, fieldsFor, saveCredential } from '../../stage/webexCampaign';
import { saveWorkflow, start, type WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';

const items = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ key: `nobody-${number}` }));
const columns = 10;

interface Text {
	message: string;
	description: string;
}

/** Which text belongs to what is in tables of unit tests: here is what the editor does with one of each place. */
describe("n8n's editor shows whole what the node says", () => {
	const scene = openScene();
	const editor = openEditor(scene);

	/** Opens a workflow in which each of these nodes gets the items. */
	async function openNodes(nodes: WorkflowNode[]): Promise<void> {
		const positioned = nodes.map((node, index) => ({
			...node,
			position: [200 + 180 * (index % columns), 150 * Math.floor(index / columns)],
		}));
		const links = nodes.map(({ name }) => ({ from: 'Start', to: name }));
		const pinnedItems = { Start: items };
		const workflow = { name: 'Texts', nodes: [start, ...positioned], links, pinnedItems };
		await editor.openWorkflow((await saveWorkflow(scene.api, workflow)).id);
	}

	/** Runs a node by its button. Returns what the error view then shows, of which nothing may be cut off. */
	async function errorOf(name: string): Promise<Text> {
		await editor.openNode(name);
		await editor.part('node-execute-button').click();
		await editor.part('node-error-message').waitFor();
		expect(await editor.showsWhole(editor.part('node-error-description'))).toBe(true);
		return await editor.errorShown();
	}

	describe('of our own', () => {
		const wrong = { name: 'Wrong key', onError: 'continueErrorOutput' } as const;

		beforeAll(async () => {
			const fields = { ...fieldsFor(scene.simulator), apiKey: 'wrong' };
			const wrongKey = await saveCredential(scene.api, fields, 'Wrong key');
			const options = { concurrency: 1 };
			await openNodes([deleteProfile(scene.credentials, options), deleteProfile(wrongKey, options, wrong)]);
		});
		afterEach(async () => await editor.closeNode());

		it('in the error view, as the item has it', async () => {
			const node = deleteProfile(scene.credentials, {}, { onError: 'continueRegularOutput' });
			const { itemsOf } = await executeNode(scene.api, node, items);
			const { message, description } = itemsOf(node.name)[0]?.json.error as Text;
			expect(await errorOf(node.name)).toEqual({
				message: `${message} [item 0]`,
				description: `${description} Not attempted: items 1-6.`,
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

	const test = process.env[textsVariable] ? it : it.skip;
	test('every text of a failed item, in pictures to look at: .cache/pictures/texts-1.png and so on', async () => {
		const texts = [...everyFailure.map(([, failure]) => failureText(failure, 1)), ...(await everyRefusal())];
		const nodes = texts.map((text, index) => ({
			name: `Text ${index + 1}`,
			type: 'n8n-nodes-base.stopAndError',
			typeVersion: 1,
			parameters: { errorType: 'errorObject', errorObject: JSON.stringify(text) },
		}));
		await openNodes(nodes);
		const sheet = new ContactSheet();
		for (const [index, { name }] of nodes.entries()) {
			const { message, description } = texts[index]!;
			expect(await errorOf(name)).toEqual({ message, description });
			await sheet.add(name, editor.page.locator('.node-error-view__header'));
			await editor.closeNode();
		}
		await sheet.save('texts', editor.page);
	}, 7_200_000);
});
