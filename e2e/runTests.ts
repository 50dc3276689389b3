import { parseArgs } from 'node:util';
import { picturesVariable, textsVariable } from './browser/pictures';
import { command } from './install/command';
import { e2eFolder, topFolder } from './install/folders';
import { installN8n, type InstalledRelease } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { jestRun, testEngine, type Counts } from './jestRun';
import { currentRelease, olderReleases } from './releases';
import { openN8nWithNode } from './stage/n8nWithNode';
import { runWithServices } from './stage/service';
import { sharedVariable, type SharedN8n } from './tests/scene';

const usage = `npm run test:e2e -- [--n8n 2.41.1] [--pictures] [--texts] [what a test file's path holds, such as rest/cancel]

In the current n8n: everything. In the older ones: what goes through REST, and the engine tests on their n8n-core.
--n8n       only in this release
--pictures  renews docs/images
--texts     shows every error text in n8n's editor; pictures of them in .cache/pictures`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: {
			n8n: { type: 'string' },
			pictures: { type: 'boolean' },
			texts: { type: 'boolean' },
			help: { type: 'boolean' },
		},
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);
	if (values.pictures) process.env[picturesVariable] = 'renew';
	if (values.texts) process.env[textsVariable] = 'shown';

	if (positionals.length === 0) await command(['npx', 'tsc', '-p', e2eFolder], { folder: topFolder });
	const tarball = await packNode();
	const counts: Counts[] = [];
	for (const release of [currentRelease, ...olderReleases]) {
		if (values.n8n && values.n8n !== release.n8n) continue;
		const installed = await installN8n(release);
		const isCurrent = release === currentRelease;
		const filters = positionals.length > 0 ? positionals : [isCurrent ? 'e2e/tests' : 'e2e/tests/rest'];
		counts.push(await testInN8n(installed, tarball, filters));
		if (isCurrent || positionals.length > 0) continue;
		console.log(`\nn8n-core of n8n ${release.n8n}`);
		counts.push(await testEngine(installed.folder));
	}
	const sum = (kind: keyof Counts) => counts.reduce((total, one) => total + one[kind], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
}

/** Runs the test files in here against a new n8n of this release. */
async function testInN8n(release: InstalledRelease, tarball: string, filters: string[]): Promise<Counts> {
	const { n8n, api } = await openN8nWithNode(release, tarball);
	const { url, logFile } = n8n;
	console.log(`\nn8n ${release.n8n} at ${url}`);
	const shared: SharedN8n = { release: release.n8n, url, cookie: api.cookie, logFile, tarball };
	const counts = await jestRun('jest.config.cjs', filters, { [sharedVariable]: JSON.stringify(shared) });
	await n8n.stop();
	return counts;
}

runWithServices(main);
