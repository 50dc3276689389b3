import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { installCommunityNode } from './communityNode';
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
