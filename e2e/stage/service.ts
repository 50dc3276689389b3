import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that runs until it is stopped, together with every process it started itself. */
export interface Service {
	name: string;
	pid: number;
	/** Where its output goes. */
	logFile: string;
	output: Readable;
	isRunning: () => boolean;
	/** Asks it to end and, after ten seconds, ends it. */
	stop: () => Promise<void>;
	/** Ends it at once, as a crash would. */
	kill: () => Promise<void>;
	/** When it has ended, for whatever reason. */
	ended: Promise<unknown>;
}

export interface ServiceOptions {
	name: string;
	words: string[];
	environment?: NodeJS.ProcessEnv;
	logFile: string;
	/** Tells whether it can be used now; asked four times a second. */
	isReady: () => Promise<boolean>;
	readyWithinSeconds: number;
}

const services = new Set<Service>();
const children = new Set<ChildProcess>();

/** A program that comes to its own end is ended with this one, too. */
export function endsWithUs<T extends ChildProcess>(child: T): T {
	children.add(child);
	child.once('exit', () => children.delete(child));
	return child;
}

/** Starts a program and waits until it is ready. @throws if it ends or is not ready in time; it is stopped then. */
export async function startService(options: ServiceOptions): Promise<Service> {
	const { name, words, environment, logFile, isReady, readyWithinSeconds } = options;
	const [program = '', ...rest] = words;
	// A process group of its own, so that its children can be reached by its id.
	const child = spawn(program, rest, {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const log = createWriteStream(logFile, { flags: 'a' });
	child.stdout.pipe(log);
	child.stderr.pipe(log);

	const pid = child.pid ?? 0;
	const isRunning = () => pid > 0 && child.exitCode === null && child.signalCode === null;
	const ended = once(child, 'exit').catch(() => undefined);
	const signal = (word: NodeJS.Signals) => {
		try {
			process.kill(-pid, word);
		} catch {
			// The group is gone already.
		}
	};
	const kill = async () => {
		if (pid > 0) signal('SIGKILL');
		await ended;
		services.delete(service);
	};
	const stop = async () => {
		if (pid > 0) signal('SIGTERM');
		await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
		await kill();
	};
	const service: Service = { name, pid, logFile, output: child.stdout, isRunning, stop, kill, ended };
	services.add(service);

	const deadline = Date.now() + readyWithinSeconds * 1000;
	while (isRunning() && Date.now() < deadline) {
		if (await isReady().catch(() => false)) return service;
		await sleep(250);
	}
	const what = isRunning() ? 'was not ready in time' : 'ended';
	await kill();
	throw new Error(`${name} ${what}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
}

/** Stops what is still running, last started first. */
export async function stopAllServices(): Promise<void> {
	for (const child of children) child.kill();
	for (const service of [...services].reverse()) await service.stop();
}

/**
 * Runs a program that starts services. Whatever becomes of it, none is left behind: not after Ctrl-C, a polite kill, a
 * closed terminal, nor when the program that started this one is gone. A fault shows in its exit code.
 */
export function runWithServices(program: () => Promise<void>): void {
	let stopping = false;
	const end = async (exitCode = process.exitCode) => {
		// Ctrl-C comes several times: to all processes, and again from those that pass it on.
		if (stopping) return;
		stopping = true;
		await stopAllServices();
		process.exit(exitCode);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130));
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || void end(130), 500).unref();
	const fail = (fault: Error) => {
		console.error(fault);
		return end(1);
	};
	process.on('uncaughtException', (fault) => void fail(fault));
	void program().then(() => end(), fail);
}
