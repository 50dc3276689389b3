import { parseArgs } from 'node:util';
import { coreReleases, installNewest } from './install/n8nCore';
import { testEngine, type Counts } from './jestRun';

const usage = `npm run test:e2e -- cores [--only 1.118,2.0] [--install] [what a test file's path holds, such as engine/keys]

The engine tests on n8n-core alone: of each minor release since 1.118 the newest version that npm can install.
--only     only these minor releases
--install  only installs them`;

interface Row extends Counts {
	release: string;
	/** The one that was installed. */
	version: string;
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { only: { type: 'string' }, install: { type: 'boolean' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);

	const releases = await coreReleases();
	const rows: Row[] = [];
	for (const release of values.only?.split(',') ?? releases.keys()) {
		const installed = await installNewest(releases.get(release) ?? []);
		const row = { release, version: installed?.version ?? 'none can be installed', passed: 0, failed: 0 };
		if (installed && !values.install) Object.assign(row, await test(installed.version, installed.folder, positionals));
		rows.push(row);
	}
	console.table(rows);
	const sum = (kind: keyof Counts) => rows.reduce((total, row) => total + row[kind], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	if (sum('failed') > 0 || (sum('passed') === 0 && !values.install)) process.exitCode = 1;
}

async function test(version: string, folder: string, filters: string[]) {
	const begun = Date.now();
	const { passed, failed } = await testEngine(folder, filters.length > 0 ? filters : undefined);
	console.log(
		`n8n-core ${version}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - begun) / 1000)} s`,
	);
	return { passed, failed };
}

main().catch((fault: Error) => {
	console.error(fault);
	process.exitCode = 1;
});
