import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openBrowser, type Browser } from '../../browser/browser';
import { Editor } from '../../browser/editor';
import { takePicture } from '../../browser/pictures';
import { e2eFolder } from '../../install/folders';
import { logIn } from '../../stage/n8nApi';

describe('npm run playground', () => {
	let playground: ChildProcess;
	let browser: Browser;
	let campaignUrl = '';
	let workflowUrl = new URL('http://127.0.0.1');

	beforeAll(async () => {
		const words = ['start.cjs', 'playground.ts', '--port', '0', '--simulator-port', '0'];
		playground = spawn(process.execPath, words, { cwd: e2eFolder, stdio: ['ignore', 'pipe', 'inherit'] });
		const printed = await printedUntil(playground, 'Ctrl-C stops both.');
		campaignUrl = /^Webex Campaign +(\S+)/m.exec(printed)?.[1] ?? '';
		workflowUrl = new URL(/^n8n +(\S+)/m.exec(printed)?.[1] ?? '');
		browser = await openBrowser(workflowUrl.origin, (await logIn(workflowUrl.origin)).cookie);
	});
	afterAll(async () => {
		playground.kill('SIGTERM');
		await browser?.close();
	});

	it('lets a newcomer run a workflow in one tab and see the records vanish in the other', async () => {
		const campaign = await browser.page.context().newPage();
		await campaign.goto(campaignUrl);
		const record = campaign.locator('#profiles').getByText('9463183901', { exact: true });
		await record.waitFor();

		const editor = new Editor(browser.page, workflowUrl.origin);
		await browser.page.goto(workflowUrl.href);
		await editor.part('execute-workflow-button').last().click();
		await editor.part('edge-label').getByText('10 items').waitFor();

		await campaign.locator('#audit').getByText('9463183901').waitFor();
		await record.waitFor({ state: 'hidden' });
		await takePicture(new Editor(campaign, campaignUrl), 'playground-campaign');
		await takePicture(editor, 'playground-n8n');
	});

	it('stops both on Ctrl-C', async () => {
		const end = once(playground, 'exit');
		playground.kill('SIGINT');
		await end;
		await expect(fetch(campaignUrl)).rejects.toThrow();
		await expect(fetch(workflowUrl)).rejects.toThrow();
	});
});

async function printedUntil(program: ChildProcess, words: string): Promise<string> {
	let printed = '';
	return await new Promise((resolve, reject) => {
		program.on('exit', () => reject(new Error(`The playground ended: ${printed}`)));
		program.stdout?.on('data', (chunk: Buffer) => {
			printed += chunk.toString();
			if (printed.includes(words)) resolve(printed);
		});
	});
}
