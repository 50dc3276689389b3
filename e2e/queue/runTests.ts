import { parseArgs } from 'node:util';
import { packNode } from '../install/packedNode';
import { jestRun } from '../jestRun';
import { runWithServices } from '../stage/service';
import { benchmark, usual } from './benchmark';
import { tarballVariable } from './stage';

const usage = `npm run test:e2e -- queue [--quick] [what the test file's path holds, such as faults]
The tests, then the measurements of npm run bench -- queue; with --quick or a file only the tests.`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);
	process.env[tarballVariable] = await packNode();
	const { passed, failed } = await jestRun('queue/jest.config.cjs', positionals, {});
	console.log(`\n${passed} passed, ${failed} failed`);
	if (failed > 0 || passed === 0) process.exitCode = 1;
	if (!values.quick && positionals.length === 0) await benchmark(usual);
}

runWithServices(main);
