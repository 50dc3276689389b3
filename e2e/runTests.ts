import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { picturesVariable } from './browser/pictures';
import { command } from './install/command';
import { cacheFolder, e2eFolder, topFolder } from './install/folders';
import { installN8n } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { currentRelease, olderReleases, type Release } from './releases';
import { openN8nWithNode } from './stage/n8nWithNode';
import { stopAllServices, stopServicesOnSignals } from './stage/service';
import { environmentWith, type SharedN8n } from './tests/sharedN8n';

const usage = `npm run test:e2e -- [--n8n 2.41.1] [--pictures] [what the test file's path holds, such as rest/cancel]
Without --n8n: every release of releases.ts, the older ones without a browser.
--pictures renews the pictures that the README shows.`;

interface Counts {
	passed: number;
	failed: number;
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { n8n: { type: 'string' }, pictures: { type: 'boolean' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);
	if (values.pictures) process.env[picturesVariable] = 'renew';

	if (positionals.length === 0) await command(['npx', 'tsc', '-p', e2eFolder], { folder: topFolder });
	const tarball = await packNode();
	const counts: Counts = { passed: 0, failed: 0 };
	for (const release of [currentRelease, ...olderReleases]) {
		if (values.n8n && values.n8n !== release.n8n) continue;
		const { passed, failed } = await testIn(release, tarball, positionals);
		counts.passed += passed;
		counts.failed += failed;
	}
	console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
	if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
}

/** Runs the test files in a new n8n of this release. */
async function testIn(release: Release, tarball: string, only: string[]): Promise<Counts> {
	const { n8n, api, stop } = await openN8nWithNode(await installN8n(release), tarball);
	console.log(`\nn8n ${release.n8n} on Node.js at ${n8n.url}`);
	try {
		const shared: SharedN8n = {
			release: release.n8n,
			url: n8n.url,
			cookie: api.cookie,
			logFile: n8n.logFile,
		};
		return await jest(shared, only.length > 0 ? only : release === currentRelease ? [] : ['tests/rest']);
	} finally {
		await stop();
	}
}

/** Runs jest and returns its own counts; a test file that can't even be read counts as one failed. */
async function jest(shared: SharedN8n, only: string[]): Promise<Counts> {
	const resultFile = join(cacheFolder, 'e2e-result.json');
	const words = [
		'jest',
		'--config',
		join(e2eFolder, 'jest.config.cjs'),
		'--json',
		'--outputFile',
		resultFile,
	];
	const child = spawn('npx', [...words, ...only], {
		cwd: topFolder,
		env: environmentWith(shared),
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	await new Promise((resolve) => child.on('close', resolve));
	const result = JSON.parse(readFileSync(resultFile, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
		numRuntimeErrorTestSuites: number;
	};
	return {
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
	};
}

stopServicesOnSignals();
main()
	.catch((fault: Error) => {
		console.error(fault);
		process.exitCode = 1;
	})
	.finally(stopAllServices);
