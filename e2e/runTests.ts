import { parseArgs } from 'node:util';
import { picturesVariable } from './browser/pictures';
import { command } from './install/command';
import { e2eFolder, topFolder } from './install/folders';
import { installN8n, type InstalledRelease } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { jestRun, testEngine, type Counts } from './jestRun';
import { currentRelease, olderReleases } from './releases';
import { openN8nWithNode } from './stage/n8nWithNode';
import { runWithServices } from './stage/service';
import { sharedVariable, type SharedN8n } from './tests/scene';

const usage = `npm run test:e2e -- [--n8n 2.41.1] [--install] [--pictures] [what a test file's path holds, such as rest/cancel]

In the current n8n: everything. In the older ones: what goes through REST, and the engine tests on their n8n-core.
--n8n       only in this release
--install   only installs n8n
--pictures  renews docs/images`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: {
			n8n: { type: 'string' },
			install: { type: 'boolean' },
			pictures: { type: 'boolean' },
			help: { type: 'boolean' },
		},
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);
	if (values.pictures) process.env[picturesVariable] = 'renew';

	const releases = [currentRelease, ...olderReleases].filter(({ n8n }) => !values.n8n || values.n8n === n8n);
	if (releases.length === 0) throw new Error(`n8n ${values.n8n} is not one of the releases in e2e/releases.ts`);
	const installed: InstalledRelease[] = [];
	for (const release of releases) installed.push(await installN8n(release));
	if (values.install) return;

	const tarball = await packNode();
	const runs = installed.flatMap((release) => runsIn(release, tarball, positionals));
	const counts: Counts[] = [];
	const takeRuns = async () => {
		for (let run; (run = runs.shift()); ) counts.push(await run());
	};
	// What is asked for by name is watched, so one after the other.
	if (positionals.length > 0) await takeRuns();
	// They mostly wait, for n8n to start, for the editor to load, for a throttle.
	else await Promise.all([takeRuns(), takeRuns(), command(['npx', 'tsc', '-p', e2eFolder], { folder: topFolder })]);
	const sum = (kind: keyof Counts) => counts.reduce((total, one) => total + one[kind], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
}

/** What is to be run for a release, the longest first. */
function runsIn(release: InstalledRelease, tarball: string, filters: string[]): Array<() => Promise<Counts>> {
	if (filters.length > 0) return [() => testInN8n(release, tarball, filters)];
	const title = `Tests in n8n ${release.n8n}`;
	if (release.n8n !== currentRelease.n8n) {
		return [() => testInN8n(release, tarball, ['e2e/tests/rest'], title), () => testEngine(release.folder)];
	}
	return [
		() => testInN8n(release, tarball, ['e2e/tests/(?!newN8n)'], title),
		() => jestRun('jest.config.cjs', ['e2e/tests/newN8n'], { title: 'Tests that start n8n themselves' }),
	];
}

/** Runs the test files in here against a new n8n of this release. */
async function testInN8n(
	release: InstalledRelease,
	tarball: string,
	filters: string[],
	title?: string,
): Promise<Counts> {
	const { n8n, api } = await openN8nWithNode(release, tarball);
	const { url, logFile } = n8n;
	console.log(`\nn8n ${release.n8n} at ${url}`);
	const shared: SharedN8n = { release: release.n8n, url, cookie: api.cookie, logFile, tarball };
	const environment = { [sharedVariable]: JSON.stringify(shared) };
	const counts = await jestRun('jest.config.cjs', filters, { environment, title });
	await n8n.stop();
	return counts;
}

runWithServices(main);
