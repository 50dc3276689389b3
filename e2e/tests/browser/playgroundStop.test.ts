import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { topFolder } from '../../install/folders';
import { printedBy, starting } from '../../playground/printed';

interface Process {
	pid: number;
	parent: number;
	words: string;
}

/** All processes of this machine, as Linux tells them. */
const processes = (): Process[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
				// What follows the name in brackets, which may hold anything: state, then the parent.
				const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
				return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), words }];
			} catch {
				return [];
			}
		});

/** A process with all that it started, and what those started. */
function familyOf(pid: number): Process[] {
	const all = processes();
	const family = all.filter((one) => one.pid === pid);
	for (const { pid: parent } of family) family.push(...all.filter((one) => one.parent === parent));
	return family;
}

describe('npm run playground leaves nothing behind', () => {
	let playground: ChildProcess;
	let family: Process[] = [];
	let folder = '';

	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'webex-e2e-playground-'));
		const words = ['run', 'playground', '--', '--port', '0', '--simulator-port', '0', '--folder', folder];
		playground = spawn('npm', words, { cwd: topFolder, stdio: ['ignore', 'pipe', 'inherit'] });
		await printedBy(playground)(/Ctrl-C stops everything/);
		family = familyOf(playground.pid!);
	}, starting);
	afterEach(() => {
		for (const { pid } of left()) process.kill(pid, 'SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	});

	const left = () => {
		const alive = processes();
		return family.filter(({ pid, words }) => alive.some((one) => one.pid === pid && one.words === words));
	};

	it.each([
		['SIGINT', 'npm', /^npm run playground/],
		['SIGTERM', 'npm', /^npm run playground/],
		['SIGHUP', 'npm', /^npm run playground/],
		['SIGINT', 'the playground itself', /start\.cjs e2e\/playground\.ts/],
		['SIGINT', 'the simulator', /simulator\/main\.ts/],
		['SIGINT', 'n8n', /bin\/n8n start/],
	] as const)('when %s reaches %s', async (signal, _name, words) => {
		const one = family.find((candidate) => words.test(candidate.words));
		process.kill(one!.pid, signal);
		while (left().length > 0) await sleep(100);
	});
});
