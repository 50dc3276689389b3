import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readingNames, switchNames, type Simulator, type SimulatorAddress } from './control';
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
	const child = startProcess(options);
	const ended = once(child, 'exit');
	const address = await firstLine(child);
	const readings = readingNames.map((name) => [name, () => call(address, 'GET', name)]);
	const switches = switchNames.map((name) => [name, (to: unknown) => call(address, 'POST', name, to)]);
	return {
		...address,
		...Object.fromEntries([...readings, ...switches]),
		stop: () => end(child),
		ended,
	};
}

function startProcess(options: SimulatorOptions): ChildProcess {
	const main = ['--import', 'tsx', join(__dirname, 'main.ts'), '--with-parent'];
	return spawn(process.execPath, [...main, '--options', JSON.stringify(options)], {
		// tsx is looked up from the working directory
		cwd: join(__dirname, '..'),
		stdio: 'pipe',
	});
}

async function firstLine(child: ChildProcess): Promise<SimulatorAddress> {
	const lines = createInterface({ input: child.stdout! });
	let said = '';
	child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
	const ended = once(child, 'close').then(([code]) => {
		throw new Error(`The simulator ended with exit code ${code} before it was ready. ${said}`);
	});
	const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
	ended.catch(() => undefined);
	child.stderr!.removeAllListeners('data').pipe(process.stderr);
	return JSON.parse(line) as SimulatorAddress;
}

async function call({ url }: SimulatorAddress, method: string, name: string, argument?: unknown): Promise<unknown> {
	const body = argument === undefined ? undefined : JSON.stringify(argument);
	const response = await fetch(`${url}/_simulator/${name}`, { method, body });
	const content = (await response.json()) as { message?: string };
	if (!response.ok) throw new Error(content.message);
	return content;
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGTERM');
	await exit;
}
