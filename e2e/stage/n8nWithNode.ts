import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../install/command';
import { writePackage } from '../install/installOnce';
import type { InstalledRelease } from '../install/n8nRelease';
import { setUpOwner, type N8nApi } from './n8nApi';
import { startN8n, type N8nServer } from './n8nServer';

/** A new n8n with the packed node installed and its owner logged in. Its data go when this process ends. */
export async function openN8nWithNode(
	release: InstalledRelease,
	tarball: string,
	environment: NodeJS.ProcessEnv = {},
): Promise<{ n8n: N8nServer; api: N8nApi }> {
	const userFolder = mkdtempSync(join(tmpdir(), 'webex-e2e-n8n-'));
	process.once('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	await installCommunityNode(userFolder, tarball);
	const n8n = await startN8n(release, userFolder, environment);
	return { n8n, api: await setUpOwner(n8n.url) };
}

/** Installs a packed node where n8n keeps its community nodes. n8n reads the folder when it starts. */
export async function installCommunityNode(userFolder: string, tarball: string): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes');
	writePackage(folder, {});
	// Like n8n's own installer: the peer n8n-workflow is the one that runs, not another from npm.
	await command(['npm', 'install', '--legacy-peer-deps', tarball], { folder });
}
