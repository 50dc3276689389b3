import { spawn } from 'node:child_process';

export interface CommandOptions {
	folder: string;
	environment?: NodeJS.ProcessEnv;
}

/** Runs a command to its end. @throws with the command's own words if it does not end well. */
export async function command(words: [string, ...string[]], options: CommandOptions): Promise<string> {
	const [program, ...rest] = words;
	const child = spawn(program, rest, {
		cwd: options.folder,
		env: { ...process.env, ...options.environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	let complaints = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
	const status = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	if (status !== 0) {
		throw new Error(`'${words.join(' ')}' ended with ${status}:\n${output.slice(-2000)}${complaints.slice(-2000)}`);
	}
	return output;
}
