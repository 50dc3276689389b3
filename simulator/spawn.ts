import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { controlsBy, readings, type Simulator, type SimulatorAddress } from './control';
import type { SimulatorOptions } from './server';

export interface SpawnedSimulator extends Simulator {
	/** When its process has ended, for whatever reason. */
	ended: Promise<unknown>;
}

/**
 * Starts a Webex Campaign in a process of its own, so that it shares no processor time with what is measured.
 * The process ends with `stop()`, and also when this one goes away.
 */
export async function spawnSimulator(options: SimulatorOptions = {}): Promise<SpawnedSimulator> {
	const child = fork(join(__dirname, 'main.ts'), ['--options', JSON.stringify(options)], {
		execArgv: ['--import', 'tsx'],
		// tsx is looked up from the working directory
		cwd: join(__dirname, '..'),
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	const ended = once(child, 'exit');
	const failed = ended.then(([code]) => {
		throw new Error(`The simulator ended with exit code ${code} before it was ready.`);
	});
	const [address] = (await Promise.race([once(child, 'message'), failed])) as [SimulatorAddress];
	failed.catch(() => undefined);
	return {
		...address,
		...controlsBy(async (name, argument) => await call(address, name, argument)),
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
		},
		ended,
	};
}

async function call({ url }: SimulatorAddress, name: string, argument: unknown): Promise<unknown> {
	const method = name in readings ? 'GET' : 'POST';
	const response = await fetch(`${url}/_simulator/${name}`, { method, body: JSON.stringify(argument) });
	const content = (await response.json()) as { message?: string };
	if (!response.ok) throw new Error(content.message);
	return content;
}
