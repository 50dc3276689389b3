import semver from 'semver';
import { command } from './command';
import { topFolder } from './folders';
import { installOnce } from './installOnce';

/** The oldest release in which the engine tests are run. */
const OLDEST = '1.118.0';

/** Each minor release of n8n-core that npm has, such as "2.41", with its versions, the newest first. */
export async function coreReleases(): Promise<Map<string, string[]>> {
	const printed = await command(['npm', 'view', 'n8n-core', 'versions', '--json'], { folder: topFolder });
	const releases = new Map<string, string[]>();
	for (const version of semver.sort(JSON.parse(printed) as string[])) {
		if (semver.prerelease(version) || semver.lt(version, OLDEST)) continue;
		const minor = `${semver.major(version)}.${semver.minor(version)}`;
		releases.set(minor, [version, ...(releases.get(minor) ?? [])]);
	}
	return releases;
}

/**
 * n8n-core with the n8n-workflow that it names, in the first of these versions that can be installed: some name others of
 * n8n's own packages that npm does not have. Returns the folder that holds its node_modules.
 */
export async function installNewest(versions: string[]): Promise<{ version: string; folder: string } | undefined> {
	for (const version of versions) {
		// n8n loads reflect-metadata before its core, which does not name it.
		const dependencies = { 'n8n-core': version, 'reflect-metadata': '0.2.2' };
		try {
			return { version, folder: await installOnce(`n8n-core-${version}`, 'about 20 s, 330 MB', { dependencies }) };
		} catch (fault) {
			console.log(`n8n-core ${version} can't be installed: ${String(fault)}`);
		}
	}
	return undefined;
}
