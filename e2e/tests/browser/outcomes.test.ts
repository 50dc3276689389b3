import { openBrowser, type Browser } from '../../browser/browser';
import { Editor } from '../../browser/editor';
import { takePicture } from '../../browser/pictures';
import { deleteProfile } from '../../stage/webexCampaign';
import { saveWorkflow, start, type WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';

const contacts = [
	{ key: '9463183901', ticket: 'DSR-101' },
	{ key: '9463183902', ticket: 'DSR-102' },
	{ key: '9463180000', ticket: 'DSR-103' },
	{ key: '9.46318E+09', ticket: 'DSR-104' },
	{ key: '9463183903', ticket: 'DSR-105' },
];

const noOperation = (name: string, y: number): WorkflowNode => ({
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [480, y],
	parameters: {},
});

describe.each(['light', 'dark'] as const)('in the %s theme, a run with both outcomes', (theme) => {
	const scene = openScene();
	let browser: Browser;
	let editor: Editor;

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
		browser = await openBrowser(scene.url, scene.cookie);
		editor = new Editor(browser.page, scene.url);
		await editor.useTheme(theme);
		await editor.openWorkflow(workflow.id);
	});
	afterAll(async () => await browser.close());

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
				'3 deleted, 2 not deleted, some because no contact profile with this key was found (see the error branch).',
			)
			.waitFor();
		await takePicture(editor, `hint-${theme}`);
	});

	it('shows on the error branch what to do about each item', async () => {
		const output = editor.part('output-panel');
		await output.getByText('Error Branch (2 items)').click();
		await output.getByText('No contact profile with this key was found').first().waitFor();
		await takePicture(editor, `error-branch-${theme}`);
	});
});
