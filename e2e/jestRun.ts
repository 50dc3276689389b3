import { spawn, type SpawnOptions } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { e2eFolder, topFolder } from './install/folders';
import { nodeRuntimeFor } from './install/nodeRuntime';
import { endsWithUs } from './stage/service';

export interface Counts {
	passed: number;
	failed: number;
}

interface JestResult {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

interface Settings {
	environment?: NodeJS.ProcessEnv;
	/** The Node.js it runs in, if not this one. */
	program?: string;
	/** Of one that runs beside others: what it prints comes in one piece at its end, under this title. */
	title?: string;
}

/** Runs jest and returns its own counts; a test file that can't even be read counts as one failed. */
export async function jestRun(
	configFile: string,
	filters: string[],
	{ environment, program = process.execPath, title }: Settings,
): Promise<Counts> {
	const jest = join(topFolder, 'node_modules/jest/bin/jest.js');
	const options: SpawnOptions = {
		cwd: topFolder,
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', title ? 'pipe' : 'inherit'],
	};
	const words = [jest, '--config', join(e2eFolder, configFile), '--json', ...filters];
	const child = endsWithUs(spawn(program, words, options));
	const [json, printed] = await Promise.all([text(child.stdout!), child.stderr && text(child.stderr)]);
	if (title) console.error(`\n${title}\n${printed}`);
	// Before it, the tests may have printed something themselves.
	const result = JSON.parse(json.slice(json.lastIndexOf('{"num'))) as JestResult;
	return {
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
	};
}

/** Runs the package's engine tests with the n8n-core and n8n-workflow in this folder's node_modules. */
export async function testEngine(folder: string, filters = ['engine/']) {
	// There n8n has its community nodes: what they require is the n8n around them.
	const place = join(folder, 'node_modules/n8n-nodes-webex-campaign');
	rmSync(place, { recursive: true, force: true });
	for (const part of ['dist', 'index.js', 'package.json']) {
		cpSync(join(topFolder, part), join(place, part), { recursive: true });
	}
	const { program } = await nodeRuntimeFor({ nodeMajors: { from: 24, to: 24 } });
	const title = `Engine tests in ${basename(folder)}`;
	const words = ['--selectProjects', 'engine', '--maxWorkers', '100%', '--testPathPatterns', ...filters];
	return await jestRun('../jest.config.cjs', words, { environment: { WEBEX_E2E_PACKAGE: place }, program, title });
}
