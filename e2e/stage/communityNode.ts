import { join } from 'node:path';
import { command } from '../install/command';
import { writePackage } from '../install/installOnce';

/** Installs a packed node where n8n keeps its community nodes. n8n reads the folder when it starts. */
export async function installCommunityNode(userFolder: string, tarball: string): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes');
	writePackage(folder, {});
	// Like n8n's own installer: the peer n8n-workflow is the one that runs, not another from npm.
	await command(['npm', 'install', '--legacy-peer-deps', tarball], { folder });
}
