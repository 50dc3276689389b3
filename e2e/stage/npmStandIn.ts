import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../install/command';
import type { InstalledRelease } from '../install/n8nRelease';
import { startRegistry } from './registry';
import { openTunnel } from './tunnel';

export type NpmStandIn = Awaited<ReturnType<typeof openNpmStandIn>>;

/**
 * A network in which npm's registry is one of our own and nothing else but this machine is reached. n8n asks another registry than npm's only with a licence, and names npm's in each npm command, where npm's settings
 * do not count. So n8n is left as it is, and the way there leads to our registry instead, over a proxy as companies have.
 */
export async function openNpmStandIn(release: InstalledRelease) {
	const folder = mkdtempSync(join(tmpdir(), 'webex-e2e-npm-'));
	const registryUrl = (await registryOf(release)).trim();
	const { hostname } = new URL(registryUrl);
	const registry = await startRegistry(hostname, folder);
	const tunnel = await openTunnel(hostname, registry.port);
	const npm = {
		// npm must not remember for longer than this test what our registry said.
		npm_config_cache: join(folder, 'cache'),
		npm_config_cafile: registry.certificateFile,
		npm_config_userconfig: join(folder, '.npmrc'),
		npm_config_registry: registryUrl,
		NO_PROXY: '127.0.0.1,localhost',
	};
	return {
		/** For n8n and npm. They see the registry they expect. */
		environment: {
			...npm,
			HTTPS_PROXY: tunnel.url,
			NODE_EXTRA_CA_CERTS: registry.certificateFile,
		},
		publish: async (tarball: string) => {
			const address = `//127.0.0.1:${registry.port}/`;
			const asAnybody = ['--registry', `https:${address}`, `--${address}:_authToken=anybody`];
			await command(['npm', 'publish', tarball, ...asAnybody], { folder, environment: npm });
		},
		stop: async () => {
			await tunnel.stop();
			await registry.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The registry that this n8n asks when it is told nothing else. */
async function registryOf({ node, folder }: InstalledRelease): Promise<string> {
	const file = 'n8n/dist/modules/community-packages/community-packages.config.js';
	const script = `new (require('${file}').CommunityPackagesConfig)().registry`;
	return await command([node.program, '-p', script], { folder });
}
