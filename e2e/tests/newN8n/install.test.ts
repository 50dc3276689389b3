import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Simulator } from '../../../simulator/control';
import { spawnSimulator } from '../../../simulator/spawn';
import { closeBrowser, openBrowser } from '../../browser/browser';
import { CommunityNodes } from '../../browser/communityNodes';
import { Editor } from '../../browser/editor';
import { takePicture } from '../../browser/pictures';
import { command } from '../../install/command';
import { topFolder } from '../../install/folders';
import { installN8n, type InstalledRelease } from '../../install/n8nRelease';
import { environmentOf } from '../../install/nodeRuntime';
import { packNode } from '../../install/packedNode';
import { currentRelease } from '../../releases';
import { execute } from '../../stage/execution';
import { logIn, setUpOwner, type N8nApi } from '../../stage/n8nApi';
import { startN8n, type N8nServer } from '../../stage/n8nServer';
import { openNpmStandIn, type NpmStandIn } from '../../stage/npmStandIn';
import { deleteProfile, fieldsFor, nodeType, saveCredential } from '../../stage/webexCampaign';
import { afterStart, saveWorkflow } from '../../stage/workflow';

const packageName = 'n8n-nodes-webex-campaign';
/** The first commands under a heading of a document. */
const commandsIn = (file: string, heading: string) => {
	const section = readFileSync(join(topFolder, file), 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
	return /```sh\n(.*?)```/s.exec(section)?.[1] ?? '';
};
/** The clone is there already, and so is what `npm ci` installs: it did so before any of these tests. */
const inAClone = commandsIn('README.md', 'Installation').replace(/^git clone .*\ncd .*\nnpm ci\n/, '');
const fromNpm = commandsIn('docs/installation.md', 'Once it is on npm');

/** What is in a fresh clone, as far as npm is concerned. */
const isCloned = (path: string) => !['.cache', '.git', 'dist', 'node_modules'].includes(basename(path));

/** One story, step by step: each test goes on where the one before it ended. */
describe('who follows the README in an n8n without the node', () => {
	let release: InstalledRelease;
	let npm: NpmStandIn;
	let home: string;
	let n8n: N8nServer;
	let api: N8nApi;
	let editor: Editor;
	let simulator: Simulator;

	beforeAll(async () => {
		release = await installN8n(currentRelease);
		npm = await openNpmStandIn(release);
		await npm.publish(await packNode());
		simulator = await spawnSimulator();
		home = mkdtempSync(join(tmpdir(), 'webex-e2e-home-'));
		n8n = await startN8n(release, home, npm.environment);
		api = await setUpOwner(n8n.url);
		editor = new Editor(n8n.url, await openBrowser(n8n.url, api.cookie));
	});
	afterAll(async () => {
		await closeBrowser(editor?.page);
		await n8n?.stop();
		await simulator?.stop();
		await npm?.stop();
		rmSync(home, { recursive: true, force: true });
	});

	const listed = async () => (await api.types<{ name: string }>('nodes')).some(({ name }) => name === nodeType);

	it('installs it in the editor', async () => {
		expect(await listed()).toBe(false);
		await editor.page.goto(n8n.url);
		const page = new CommunityNodes(editor);
		await page.open();
		await page.install(packageName);
		await page.card(packageName).getByText('Webex Campaign', { exact: true }).waitFor();
		await takePicture(editor, 'community-nodes');
	});

	it('finds it without a restart, and deletes with it', async () => {
		const credentials = await saveCredential(api, fieldsFor(simulator), 'Webex Campaign account');
		const node = deleteProfile(credentials);
		const workflow = await saveWorkflow(api, afterStart([{ key: '9463183901' }], node));
		await editor.openWorkflow(workflow.id);
		const found = await editor.searchNodesAfter('Delete Profile', 'webex');
		await found.getByText('Webex Campaign', { exact: true }).waitFor();

		const { itemsOf } = await execute(api, workflow);
		expect(itemsOf('Delete Profile').map(({ json }) => json)).toMatchObject([{ deleted: true, key: '9463183901' }]);
	});

	it('can take it out again', async () => {
		await editor.page.goto(n8n.url);
		const page = new CommunityNodes(editor);
		await page.open();
		await page.uninstall(packageName);
		expect(await listed()).toBe(false);
	});

	it('installs it from a clone and restarts n8n', async () => {
		const clone = join(home, 'clone');
		cpSync(topFolder, clone, { recursive: true, filter: isCloned });
		symlinkSync(join(topFolder, 'node_modules'), join(clone, 'node_modules'));
		await installAndRestart(inAClone, clone);
		await command(['npm', 'uninstall', packageName], { folder: join(home, '.n8n', 'nodes') });
	});

	it('installs it with npm and restarts n8n', async () => {
		await installAndRestart(fromNpm, home, npm.environment);
		// The list in n8n's settings has only what was installed there.
		expect(await api.get('/community-packages')).toEqual([]);
	});

	async function installAndRestart(commands: string, folder: string, registry: NodeJS.ProcessEnv = {}) {
		await n8n.stop();
		const environment = { ...registry, ...environmentOf(release.node), HOME: home };
		await command(['sh', '-ec', commands], { folder, environment });
		n8n = await startN8n(release, home, npm.environment);
		api = await logIn(n8n.url);
		expect(await listed()).toBe(true);
	}
});
