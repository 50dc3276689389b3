/**
 * `npm run test:mutants`: changes the node in many small ways, each of which a unit test has to notice, and ends with 1
 * where too few are noticed. `-- nodes/WebexCampaign/api/reply.ts` for one file.
 */
import { Stryker } from '@stryker-mutator/core';

/** The least percentage that must be noticed in these folders, of the mutants that a unit test reaches. */
const LEAST = { 'nodes/WebexCampaign/throttle/': 85, '': 95 };

const files = process.argv.slice(2);

const mutants = await new Stryker({
	mutate: files.length > 0 ? files : ['nodes/**/*.ts', 'credentials/**/*.ts'],
	// Ten times faster than with jest.
	testRunner: 'vitest',
	vitest: { configFile: 'test/vitest/config.mts', related: false },
	coverageAnalysis: 'perTest',
	// What is worked out when a file is loaded would need a new process for each mutant.
	ignoreStatic: true,
	ignorePatterns: ['.cache', 'dist', 'docs', 'e2e'],
	concurrency: 2,
	tempDirName: '.cache/mutants',
	reporters: ['clear-text', 'progress-append-only', 'json'],
	clearTextReporter: { reportTests: false, reportScoreTable: false },
	jsonReporter: { fileName: '.cache/mutants.json' },
}).runMutationTest();

if (mutants.length === 0) throw new Error(`There is nothing to change in ${files.join(' ')}.`);
const count = {};
for (const { fileName, status } of mutants) {
	if (!['Killed', 'Timeout', 'Survived'].includes(status)) continue;
	const path = fileName.slice(process.cwd().length + 1);
	const folder = Object.keys(LEAST).find((name) => path.startsWith(name));
	count[folder] ??= { noticed: 0, survived: 0 };
	count[folder][status === 'Survived' ? 'survived' : 'noticed']++;
}
for (const [folder, { noticed, survived }] of Object.entries(count)) {
	const percent = (100 * noticed) / (noticed + survived);
	console.log(`${folder || 'all else'}: ${noticed} noticed, ${survived} survived: ${percent.toFixed(1)} %`);
	if (percent < LEAST[folder]) process.exitCode = 1;
}
