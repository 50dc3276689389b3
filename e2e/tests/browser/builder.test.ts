import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { openEditor } from '../../browser/browser';
import { takePicture } from '../../browser/pictures';
import { saveWorkflow, start } from '../../stage/workflow';
import { openScene } from '../scene';

const contacts = ['01', '02', '03', '04'].map((end, index) => ({
	key: `94631839${end}`,
	ticket: `DSR-${101 + index}`,
}));

const wishes = [
	'delete profile',
	'delete a profile',
	'profile',
	'remove contact',
	'remove customer',
	'erase',
	'privacy',
	'forget',
	'right to be forgotten',
	'gdpr',
	'dsgvo',
	'ccpa',
	'data subject request',
];

/** Who looks for these wants a contact that gets no more messages, not a delete that is final. */
const otherWishes = ['unsubscribe', 'opt out', 'opt-out'];

/** One story, step by step: each test goes on where the one before it ended. */
describe('a builder who has never used the node', () => {
	const scene = openScene();
	const editor = openEditor(scene);

	beforeAll(async () => {
		const credentials = await scene.api.get<Array<{ id: string }>>('/credentials');
		for (const { id } of credentials) await scene.api.delete(`/credentials/${id}`);
		const workflow = await saveWorkflow(scene.api, {
			name: 'Erasure requests',
			nodes: [start],
			links: [],
			pinnedItems: { Start: contacts },
		});
		await editor.openWorkflow(workflow.id);
	});

	it('finds it by "webex"', async () => {
		const found = await editor.searchNodesAfter('Start', 'webex');
		await found.getByText('Webex Campaign', { exact: true }).waitFor();
		await takePicture(editor, 'node-creator');
	});

	it.each(wishes)('finds it by what it is for: "%s"', async (words) => {
		await editor.part('node-creator-search-bar').fill(words);
		await editor.part('node-creator-item-name').getByText('Webex Campaign', { exact: true }).waitFor();
	});

	it.each(otherWishes)('is not offered a final delete for another wish: "%s"', async (words) => {
		await editor.part('node-creator-search-bar').fill(words);
		await editor.page.waitForTimeout(500);
		const ours = editor.part('node-creator-item-name').getByText('Webex Campaign', { exact: true });
		expect(await ours.count()).toBe(0);
	});

	it('adds it by its action', async () => {
		await editor.part('node-creator-search-bar').fill('webex');
		const found = editor.part('node-creator-item-name');
		await found.getByText('Webex Campaign', { exact: true }).click();
		await found.getByText('Delete profile', { exact: true }).click();
		await editor.part('ndv').waitFor();
		expect(await editor.part('node-title-container').innerText()).toMatch(/Delete profile|Webex Campaign/);
	});

	it('is told that no profile name is set, before anything is deleted', async () => {
		await editor.part('node-hint').getByText("'Profile Name' is blank").waitFor();
	});

	it('sees the fields of the chosen region in the credential', async () => {
		await editor.part('node-credentials-slot').click();
		await editor.part('parameter-input-tenant').waitFor();
		expect(await editor.part('parameter-input-customEndpoint').count()).toBe(0);
		await takePicture(editor, 'credential');

		await editor.choose('region', 'Custom');
		await editor.part('parameter-input-customEndpoint').waitFor();
		expect(await editor.part('parameter-input-tenant').count()).toBe(0);
	});

	it('is told when the key is wrong', async () => {
		await editor.part('parameter-input-customEndpoint').locator('input').fill(scene.simulator.endpoint);
		await editor.part('parameter-input-apiKey').locator('input').fill('wrong');
		await editor.part('credential-save-button').click();
		const modal = editor.part('editCredential-modal');
		await modal.getByText('More details').click();
		await modal.getByText('does not accept this API key').waitFor();
	});

	it('saves the credential with the right key and sees it tested', async () => {
		await editor.part('parameter-input-apiKey').locator('input').fill(scene.simulator.apiKey);
		await editor.part('credential-save-button').click();
		await editor.part('editCredential-modal').waitFor({ state: 'hidden' });
		await editor.part('credential-edit-button').click();
		await editor.part('credentials-config-container-test-success').waitFor();
		await takePicture(editor, 'credential-tested');
		await editor.part('editCredential-modal').locator('.el-dialog__headerbtn, [aria-label="Close"]').first().click();
	});

	it('fills the operation', async () => {
		await editor.part('parameter-input-profileName').locator('input').last().fill('sampleprofile');
		await editor.typeExpression('key', '{{ $json.key }}');
		await editor
			.parameter('key')
			.getByText(contacts[0]?.key ?? '')
			.waitFor();
		await editor.part('node-hint').waitFor({ state: 'hidden' });
	});

	it('reads the whole name of an audit parameter', async () => {
		await editor.addField('Add Audit Parameter', 'Parameter 10 (exparam10)');
		const label = editor.part('ndv').getByText('Parameter 10 (exparam10)', { exact: true });
		expect(await label.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
	});

	it('executes it and sees what became of each contact', async () => {
		await editor.part('node-execute-button').click();
		const output = editor.part('output-panel');
		await output.getByText('deleted', { exact: true }).first().waitFor();
		expect(await output.locator('tbody tr').count()).toBe(contacts.length);
		await takePicture(editor, 'output');
	});

	it('sees a message and a description when a contact is not there any more', async () => {
		await editor.part('node-execute-button').click();
		const output = editor.part('output-panel');
		await output.getByText(`${textIfNotDeleted({ code: '1020' }).message} [item 0]`).waitFor();
		await output.getByText('Not deleted: items 1-3.').first().waitFor();
		await output.getByText('From Webex Campaign').click();
		await output.getByText('1020', { exact: true }).waitFor();
		await takePicture(editor, 'error');
	});
});
