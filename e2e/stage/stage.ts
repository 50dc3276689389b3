import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
import type { InstalledRelease } from '../install/n8nRelease';
import { installCommunityNode } from './communityNode';
import { setUpOwner, type N8nApi } from './n8nApi';
import { startN8n, type N8nServer } from './n8nServer';

/** A new n8n with the packed node installed and an owner logged in, beside a Webex Campaign of its own. */
export interface Stage {
	n8n: N8nServer;
	api: N8nApi;
	simulator: Simulator;
	/** Stops both and removes n8n's data. */
	stop: () => Promise<void>;
}

export async function openStage(release: InstalledRelease, tarball: string): Promise<Stage> {
	const userFolder = mkdtempSync(join(tmpdir(), 'webex-e2e-n8n-'));
	await installCommunityNode(userFolder, tarball);
	const simulator = await spawnSimulator();
	try {
		const n8n = await startN8n(release, userFolder);
		const api = await setUpOwner(n8n.url);
		const stop = async () => {
			await n8n.stop();
			await simulator.stop();
			rmSync(userFolder, { recursive: true, force: true });
		};
		return { n8n, api, simulator, stop };
	} catch (fault) {
		await simulator.stop();
		throw fault;
	}
}
