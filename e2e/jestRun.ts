import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cacheFolder, e2eFolder, topFolder } from './install/folders';

export interface Counts {
	passed: number;
	failed: number;
}

interface TestFile {
	name: string;
	message: string;
	assertionResults: Array<{ status: string; fullName: string }>;
}

/** Runs jest and returns its own counts and what failed; a test file that can't even be read counts as one failed. */
export async function jestRun(
	configFile: string,
	filters: string[],
	environment: NodeJS.ProcessEnv,
	program = process.execPath,
): Promise<Counts & { failures: string[] }> {
	const resultFile = join(cacheFolder, `e2e-result-${process.pid}.json`);
	rmSync(resultFile, { force: true });
	const words = ['--config', join(e2eFolder, configFile), '--json', '--outputFile', resultFile, ...filters];
	const child = spawn(program, [join(topFolder, 'node_modules/jest/bin/jest.js'), ...words], {
		cwd: topFolder,
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	await new Promise((resolve) => child.on('close', resolve));
	const result = JSON.parse(readFileSync(resultFile, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
		numRuntimeErrorTestSuites: number;
		testResults: TestFile[];
	};
	rmSync(resultFile);
	return {
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
		failures: result.testResults.flatMap(failuresIn),
	};
}

const failuresIn = ({ name, message, assertionResults }: TestFile): string[] =>
	assertionResults.length === 0
		? [`${relative(topFolder, name)}: ${message}`]
		: assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
