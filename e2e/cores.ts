import { parseArgs } from 'node:util';
import { command } from './install/command';
import { topFolder } from './install/folders';
import { installCore, newestCores } from './install/n8nCore';
import { testEngine } from './testEngine';

const usage = `npm run test:cores -- [--only 1.118,2.0] [--install] [what a test file's path holds, such as engine/keys]

The engine tests on n8n-core alone: the newest version of each minor release since 1.118 that npm has.
--only     only these minor releases
--install  only installs them`;

interface Row {
	'n8n-core': string;
	passed: number;
	failed: number;
	/** What this release can't do, or why it could not be tried. */
	shortfalls: string[];
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { only: { type: 'string' }, install: { type: 'boolean' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);

	const wanted = values.only?.split(',');
	const versions = (await newestCores()).filter((version) => !wanted || wanted.includes(minorOf(version)));
	if (!values.install) await command(['npm', 'run', 'build'], { folder: topFolder });
	const rows: Row[] = [];
	for (const version of versions) rows.push(await tryCore(version, values.install ? undefined : positionals));

	for (const { 'n8n-core': version, shortfalls } of rows) {
		for (const shortfall of shortfalls) console.log(`n8n-core ${version}: ${shortfall}`);
	}
	console.table(rows.map(({ shortfalls, ...row }) => row));
	const sum = (kind: 'passed' | 'failed') => rows.reduce((total, row) => total + row[kind], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	const missed = wanted?.filter((minor) => !versions.some((version) => minorOf(version) === minor)) ?? [];
	if (missed.length > 0) console.log(`npm has no such release: ${missed.join(', ')}`);
	if (sum('failed') > 0 || missed.length > 0) process.exitCode = 1;
}

/** @param filters which tests; undefined: installs only */
async function tryCore(version: string, filters: string[] | undefined): Promise<Row> {
	const begun = Date.now();
	try {
		const folder = await installCore(version);
		if (!filters) return { 'n8n-core': version, passed: 0, failed: 0, shortfalls: [] };
		const { passed, failed, failures } = await testEngine(folder, filters);
		console.log(
			`n8n-core ${version}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - begun) / 1000)} s`,
		);
		return { 'n8n-core': version, passed, failed, shortfalls: failures };
	} catch (fault) {
		return { 'n8n-core': version, passed: 0, failed: 1, shortfalls: [String(fault)] };
	}
}

const minorOf = (version: string) => version.split('.', 2).join('.');

main().catch((fault: Error) => {
	console.error(fault);
	process.exitCode = 1;
});
