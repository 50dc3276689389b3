import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { changed, type Change } from './changes';

const top = join(__dirname, '../..');
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache', 'images']);

/** A copy of the repository to try a change in; it shares the packages that are installed. */
export class Copy {
	readonly folder = mkdtempSync(join(tmpdir(), 'walk-'));

	constructor() {
		cpSync(top, this.folder, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
		symlinkSync(join(top, 'node_modules'), join(this.folder, 'node_modules'));
	}

	remove(): void {
		rmSync(this.folder, { recursive: true });
	}

	write(path: string, text: string): void {
		const file = join(this.folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}

	read(path: string): string | undefined {
		const file = join(this.folder, path);
		return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	}

	apply(change: Change): void {
		this.write(change.path, changed(change, this.read(change.path)));
	}

	/** Runs a program of an installed package in the copy. Resolves with what it printed if it ended well. */
	async run(program: string, ...args: string[]): Promise<string> {
		const { JEST_WORKER_ID: _, ...env } = process.env;
		const child = spawn(join(top, 'node_modules/.bin', program), args, { cwd: this.folder, env });
		let printed = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
		const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
		if (code !== 0) throw new Error(`${program} ended with ${code}:\n${printed}`);
		return printed;
	}
}
