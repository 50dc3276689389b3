import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { endsWithUs } from '../stage/service';

export interface CommandOptions {
	folder: string;
	environment?: NodeJS.ProcessEnv;
}

/** Runs a command to its end. Returns what it printed. @throws with the command's own words if it does not end well. */
export async function command([program, ...words]: string[], { folder, environment }: CommandOptions): Promise<string> {
	const options = { cwd: folder, env: { ...process.env, ...environment }, maxBuffer: 2 ** 28 };
	try {
		const running = promisify(execFile)(program!, words, options);
		endsWithUs(running.child);
		return (await running).stdout;
	} catch (fault) {
		const { message, stdout = '' } = fault as Error & { stdout?: string };
		throw new Error(`${message}\n${stdout.slice(-2000)}`);
	}
}
