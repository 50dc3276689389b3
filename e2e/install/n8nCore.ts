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

/** n8n-core with the n8n-workflow that it names. Returns the folder that holds its node_modules. */
export const installCore = async (version: string): Promise<string> =>
	await installOnce(`n8n-core-${version}`, 'about 20 s, 330 MB', {
		// n8n loads reflect-metadata before its core, which does not name it.
		dependencies: { 'n8n-core': version, 'reflect-metadata': '0.2.2' },
	});
