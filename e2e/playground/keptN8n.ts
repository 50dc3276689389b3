import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { installCommunityNode } from '../stage/n8nWithNode';
import { logIn, setUpOwner, type N8nApi } from '../stage/n8nApi';
import { startN8n, type N8nServer } from '../stage/n8nServer';

/** The playground's n8n with what was done in it before, and with the node as it is now. */
export async function openKeptN8n(
	release: InstalledRelease,
	tarball: string,
	userFolder: string,
	environment: NodeJS.ProcessEnv,
): Promise<{ n8n: N8nServer; api: N8nApi }> {
	rmSync(join(userFolder, '.n8n', 'nodes'), { recursive: true, force: true });
	await installCommunityNode(userFolder, tarball);
	const n8n = await startN8n(release, userFolder, environment);
	// Nobody can log in to a new n8n.
	return { n8n, api: await logIn(n8n.url).catch(async () => await setUpOwner(n8n.url)) };
}

/** Takes a folder for this process alone: two n8n on one database would spoil it. @throws if another has it. */
export function takeFolder(folder: string, isToBeEmptied: boolean): void {
	const holder = join(folder, 'playground.pid');
	if (existsSync(holder) && isRunning(Number(readFileSync(holder, 'utf8')))) {
		throw new Error(`A playground is running in ${folder} already. Stop it, or name another folder with --folder.`);
	}
	if (isToBeEmptied) rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(holder, String(process.pid));
	process.once('exit', () => rmSync(holder, { force: true }));
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
