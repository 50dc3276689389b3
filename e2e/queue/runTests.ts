import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installN8n } from '../install/n8nRelease';
import { packNode } from '../install/packedNode';
import { topFolder } from '../install/folders';
import { currentRelease } from '../releases';
import { tarballVariable } from './stage';

const usage = `npm run test:queue -- [--quick] [what the test file's path holds, such as faults]
The tests, then the measurements of npm run bench:queue; with --quick or a file only the tests.`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);
	await installN8n(currentRelease);
	const environment = { ...process.env, [tarballVariable]: await packNode() };

	const run = async (...words: string[]) => {
		const child = spawn('npx', words, { cwd: topFolder, env: environment, stdio: 'inherit' });
		return await new Promise<number | null>((resolve) => child.on('close', resolve));
	};
	const failed = await run('jest', '--config', join(__dirname, 'jest.config.cjs'), ...positionals);
	const onlyTests = values.quick || positionals.length > 0;
	const missed = onlyTests ? 0 : await run('tsx', join(__dirname, 'benchmark.ts'));
	process.exitCode = failed || missed ? 1 : 0;
}

main().catch((fault: Error) => {
	console.error(fault);
	process.exitCode = 1;
});
