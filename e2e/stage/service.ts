import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that runs until it is stopped, together with every process it started itself. */
export interface Service {
	name: string;
	pid: number;
	/** Asks it to end and, after ten seconds, ends it. */
	stop: () => Promise<void>;
	/** Ends it at once, as a crash would. */
	kill: () => Promise<void>;
	/** When it has ended, for whatever reason. */
	ended: Promise<void>;
}

export interface ServiceOptions {
	name: string;
	words: [string, ...string[]];
	environment?: NodeJS.ProcessEnv;
	/** Where its output goes. */
	logFile: string;
	/** Tells whether it can be used now; asked four times a second. */
	isReady: () => Promise<boolean>;
	readyWithinSeconds: number;
}

const running = new Set<{ stop: () => Promise<void> }>();

/** Starts a program and waits until it is ready. @throws if it ends or is not ready in time; it is stopped then. */
export async function startService(options: ServiceOptions): Promise<Service> {
	const [program, ...rest] = options.words;
	const log = createWriteStream(options.logFile, { flags: 'a' });
	// A process group of its own, so that its children can be reached by its id.
	const child = spawn(program, rest, {
		env: { ...process.env, ...options.environment },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	child.stdout.pipe(log);
	child.stderr.pipe(log);
	let ended = false;
	const end = new Promise<void>((resolve) => {
		child.on('error', () => resolve());
		child.on('exit', () => resolve());
	}).then(() => {
		ended = true;
	});

	const signal = (name: NodeJS.Signals) => {
		try {
			process.kill(-(child.pid as number), name);
		} catch {
			// The group is gone already.
		}
	};
	const kill = async () => {
		signal('SIGKILL');
		await end;
		running.delete(service);
	};
	const stop = async () => {
		signal('SIGTERM');
		await Promise.race([end, sleep(10_000, undefined, { ref: false })]);
		await kill();
	};
	const service: Service = { name: options.name, pid: child.pid ?? 0, stop, kill, ended: end };
	running.add(service);

	const deadline = Date.now() + options.readyWithinSeconds * 1000;
	while (!ended && Date.now() < deadline) {
		if (await options.isReady().catch(() => false)) return service;
		await sleep(250);
	}
	await kill();
	const lastWords = readFileSync(options.logFile, 'utf8').slice(-2000);
	throw new Error(`${options.name} ${ended ? 'ended' : 'was not ready in time'}:\n${lastWords}`);
}

/** Stops what is still running, last started first. */
export async function stopAllServices(): Promise<void> {
	for (const service of [...running].reverse()) await service.stop();
}

let stopping = false;

function stopEverything(): void {
	// Ctrl-C comes several times: to all processes, and again from those that pass it on.
	if (!stopping) void stopAllServices().finally(() => process.exit(130));
	stopping = true;
}

/** Ctrl-C, a polite kill, a closed terminal and the end of the program that started this one stop every service. */
export function stopServicesOnSignals(): void {
	process.on('SIGINT', stopEverything).on('SIGTERM', stopEverything).on('SIGHUP', stopEverything);
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || stopEverything(), 500).unref();
}

/** Runs a program that starts services: whatever becomes of it, none is left behind, and a fault shows in its exit code. */
export function runWithServices(program: () => Promise<void>): void {
	stopServicesOnSignals();
	void program()
		.catch((fault: Error) => {
			console.error(fault);
			process.exitCode = 1;
		})
		.then(stopAllServices);
}

/** For what is of no use without the others: it is stopped with them, and they are if it ends. */
export function stopTogether(part: { stop: () => Promise<void>; ended: Promise<unknown> }): void {
	running.add(part);
	void part.ended.then(stopEverything);
}
