import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { lowerFirst } from '../../../nodes/WebexCampaign/text/words';
import { openEditor } from '../../browser/browser';
import { takePicture } from '../../browser/pictures';
import { deleteProfile } from '../../stage/webexCampaign';
import { afterStart, noOperation, saveWorkflow, start } from '../../stage/workflow';
import { openScene } from '../scene';

const contacts = [
	{ key: '9463183901', ticket: 'DSR-101' },
	{ key: '9463183902', ticket: 'DSR-102' },
	{ key: '9463180000', ticket: 'DSR-103' },
	{ key: '9.46318E+09', ticket: 'DSR-104' },
	{ key: '9463183903', ticket: 'DSR-105' },
];

describe.each(['light', 'dark'] as const)('in the %s theme, a run with both outcomes', (theme) => {
	const scene = openScene();
	const editor = openEditor(scene);

	beforeAll(async () => {
		const node = deleteProfile(scene.credentials, {}, { onError: 'continueErrorOutput' });
		const workflow = await saveWorkflow(scene.api, {
			name: 'Erasure requests',
			nodes: [start, node, noOperation('Confirm', -96), noOperation('Look into it', 96)],
			links: [
				{ from: 'Start', to: node.name },
				{ from: node.name, to: 'Confirm', output: 0 },
				{ from: node.name, to: 'Look into it', output: 1 },
			],
			pinnedItems: { Start: contacts },
		});
		await editor.useTheme(theme);
		await editor.openWorkflow(workflow.id);
	});

	it('shows how many items went which way', async () => {
		await editor.part('execute-workflow-button').last().click();
		const labels = editor.part('edge-label');
		await labels.getByText('3 items').waitFor();
		await labels.getByText('2 items').waitFor();
		await takePicture(editor, `workflow-${theme}`);
	});

	it('shows the icon of the theme', async () => {
		const icon = editor.part('canvas-node').filter({ hasText: 'Delete Profile' }).locator('img').first();
		const file = theme === 'dark' ? 'webexCampaign.dark.svg' : 'webexCampaign.svg';
		expect(await icon.getAttribute('src')).toContain(file);
	});

	it('tells in one line above the output what became of all', async () => {
		await editor.openNode('Delete Profile');
		const output = editor.part('output-panel');
		await output
			.getByText(
				`3 deleted, 2 not deleted, some because ${lowerFirst(textIfNotDeleted({ code: '1020' }).message)} (see the error branch).`,
			)
			.waitFor();
		await takePicture(editor, `hint-${theme}`);
	});

	it('shows on the error branch what to do about each item', async () => {
		const output = editor.part('output-panel');
		await output.getByText('Error Branch (2 items)').click();
		await output
			.getByText(textIfNotDeleted({ code: '1020' }).message)
			.first()
			.waitFor();
		await takePicture(editor, `error-branch-${theme}`);
	});
});

describe("with On Error 'Continue'", () => {
	const scene = openScene();
	const editor = openEditor(scene);

	beforeAll(async () => {
		const node = deleteProfile(scene.credentials, {}, { onError: 'continueRegularOutput' });
		const workflow = await saveWorkflow(scene.api, afterStart(contacts, node));
		await editor.openWorkflow(workflow.id);
	});

	it('the output is one table without holes: failed rows have the columns of the others', async () => {
		await editor.openNode('Delete Profile');
		await editor.part('node-execute-button').click();
		const output = editor.part('output-panel');
		await output.locator('tbody tr').nth(4).waitFor();
		const cells = async (row: number) =>
			(await output.locator('tbody tr').nth(row).locator('td').allInnerTexts()).slice(0, 5);
		expect((await output.locator('thead th').allInnerTexts()).map((name) => name.trim()).filter(Boolean)).toEqual([
			'deleted',
			'status',
			'key',
			'profileName',
			'transactionId',
			'error',
		]);
		expect(await cells(0)).toEqual(['true', 'deleted', '9463183901', 'sampleprofile', expect.stringMatching(/\w/)]);
		expect(await cells(2)).toEqual(['false', 'notDeleted', '9463180000', 'sampleprofile', 'null']);
		expect(await cells(3)).toEqual(['false', 'notDeleted', '9.46318E+09', 'sampleprofile', 'null']);
		await takePicture(editor, 'continue');
	});
});
