import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '../../browser/browser';
import { Editor } from '../../browser/editor';
import { takePicture } from '../../browser/pictures';
import { topFolder } from '../../install/folders';
import { printedBy, starting } from '../../playground/printed';
import { familyOf, stillRunning, type Process } from '../../stage/family';
import { execute, finished, startExecution, whenStatus } from '../../stage/execution';
import { follow } from '../../stage/mailbox';
import { logIn, type N8nApi } from '../../stage/n8nApi';
import { saveWorkflow, start, type SavedWorkflow } from '../../stage/workflow';

const examplesFolder = join(topFolder, 'examples');
const exampleNames = readdirSync(examplesFolder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => (JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as { name: string }).name);

describe('npm run playground', () => {
	let playground: ChildProcess;
	let printed: ReturnType<typeof printedBy>;
	let family: Process[] = [];
	let page: Page;
	let api: N8nApi;
	let campaignUrl = '';
	let workflowUrl = new URL('http://127.0.0.1');
	const folder = mkdtempSync(join(tmpdir(), 'webex-e2e-playground-'));

	beforeAll(async () => {
		await startPlayground();
		page = await openBrowser(workflowUrl.origin, api.cookie);
	}, starting);
	afterAll(async () => {
		await closeBrowser(page);
		for (const { pid } of stillRunning(family)) process.kill(pid, 'SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	}, starting);

	/** As somebody in a terminal does, where all that runs is one group until it starts groups of its own. */
	async function startPlayground(...more: string[]): Promise<void> {
		const options = ['--port', '0', '--simulator-port', '0', '--folder', folder, ...more];
		const words = ['run', 'playground', '--', ...options];
		playground = spawn('npm', words, { cwd: topFolder, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
		printed = printedBy(playground);
		await printed(/Ctrl-C stops everything/);
		campaignUrl = (await printed(/^Webex Campaign +(\S+)/m))[1] ?? '';
		workflowUrl = new URL((await printed(/^n8n +(\S+)/m))[1] ?? '');
		api = await logIn(workflowUrl.origin);
		family = familyOf(playground.pid!);
	}

	/** Waits until nothing is left of what ran. */
	async function isGone(): Promise<void> {
		while (stillRunning(family).length > 0) await setTimeout(100);
	}

	const workflowNamed = async (name: string): Promise<SavedWorkflow> => {
		const workflows = await api.get<SavedWorkflow[]>('/workflows');
		return await api.get(`/workflows/${workflows.find((one) => one.name === name)?.id}`);
	};
	const campaign = async (reading: string) => await (await fetch(`${campaignUrl}/_simulator/${reading}`)).json();
	const settings = async () => (await campaign('settings')) as { throttle: object };
	const executed = async () => ((await campaign('totals')) as { executed: number }).executed;

	it('lets a newcomer run a workflow in one tab and see the records vanish in the other', async () => {
		const campaign = await page.context().newPage();
		await campaign.goto(campaignUrl);
		const record = campaign.locator('#profiles').getByText('9463183901', { exact: true });
		await record.waitFor();

		const editor = new Editor(workflowUrl.origin, page);
		await page.goto(workflowUrl.href);
		await editor.part('execute-workflow-button').last().click();
		await editor.part('edge-label').getByText('10 items').waitFor();

		await campaign.locator('#audit').getByText('9463183901').waitFor();
		await record.waitFor({ state: 'hidden' });
		await takePicture(new Editor(campaignUrl, campaign), 'playground-campaign');
		await takePicture(editor, 'playground-n8n');
	});

	it('has every example', async () => {
		const names = (await api.get<SavedWorkflow[]>('/workflows')).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(exampleNames));
	});

	it("plays the agent's model, and shows the mail of the review", async () => {
		const id = await startExecution(api, await workflowNamed('An agent erases, a person approves'));
		const [, approve = ''] = await printed(/approve +(\S+)/);
		// No person answers before n8n has put the execution to wait.
		await whenStatus(api, id, (status) => status === 'waiting');
		await follow(approve);
		const { itemsOf } = await finished(api, id);
		expect(itemsOf('Agent')[0]?.json.output).toContain('"status":"deleted"');
	});

	it.each([
		['a list in batches', 'Erase a list in batches, with a record'],
		['a list for several workers, after that', 'Erase a long list over several workers'],
		['a list in batches again, when the contacts are back', 'Erase a list in batches, with a record'],
	])('has contacts to delete for %s', async (which, name) => {
		if (which.includes('again')) {
			await fetch(`${campaignUrl}/_simulator/reset`, { method: 'POST' });
			await setTimeout(5000);
		}
		const before = await executed();
		const { status, itemsOf } = await execute(api, await workflowNamed(name));
		expect(status).toBe('success');
		expect((await executed()) - before).toBe(1200);
		expect(itemsOf('Report').filter(({ json }) => json.outcome === 'deleted')).toHaveLength(1200);
	});

	it('throttles as soon as a throttle is chosen, so that it shows', async () => {
		await page.goto(campaignUrl);
		await page.getByLabel('Kind').first().selectOption('So many in each window');
		while (!('limit' in (await settings()).throttle)) await page.waitForTimeout(100);
		expect((await settings()).throttle).toEqual({ kind: 'fixed', limit: 5, windowMs: 1000 });
		await page.getByLabel('Window (ms)').fill('12000');
		await page.getByLabel('Window (ms)').press('Tab');
		while (!JSON.stringify(await settings()).includes('12000')) await page.waitForTimeout(100);
	});

	it("shows what the node writes into n8n's log during a long run", async () => {
		const { id } = await execute(api, await workflowNamed('Start here: delete ten contacts of twelve'));
		await printed(new RegExp(`^Webex Campaign, execution ${id} .* of 11 profiles done`, 'm'));
		const [, logFile = ''] = await printed(/log is in (\S+);/);
		expect(readFileSync(logFile, 'utf8')).toContain(`Webex Campaign, execution ${id}`);
	});

	describe('leaves nothing behind', () => {
		const names = async () => (await api.get<SavedWorkflow[]>('/workflows')).map(({ name }) => name).sort();
		const endOf = (words: RegExp) => process.kill(family.find((one) => words.test(one.words))!.pid, 'SIGINT');
		let withMine: string[] = [];

		it('after Ctrl-C, and says that it stops', async () => {
			await saveWorkflow(api, { name: 'A workflow of mine', nodes: [start], links: [] });
			withMine = await names();
			process.kill(-playground.pid!, 'SIGINT');
			await printed(/^Stopping n8n and Webex Campaign/m);
			await isGone();
			await printed(/^Stopped/m);
		});

		it(
			'when the simulator ends. It had what was done in n8n before',
			async () => {
				await startPlayground();
				expect(await names()).toEqual(withMine);
				endOf(/simulator\/main\.ts/);
				await isGone();
			},
			starting,
		);

		it(
			'when n8n ends. It had forgotten what was done in n8n, as was wanted',
			async () => {
				await startPlayground('--anew');
				expect(await names()).toEqual(withMine.filter((name) => name !== 'A workflow of mine'));
				endOf(/bin\/n8n start/);
				await isGone();
			},
			starting,
		);
	});
});
