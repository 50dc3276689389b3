import { readFileSync, readdirSync } from 'node:fs';

export interface Process {
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
export function familyOf(pid: number): Process[] {
	const all = processes();
	const family = all.filter((one) => one.pid === pid);
	for (const { pid: parent } of family) family.push(...all.filter((one) => one.parent === parent));
	return family;
}

/** Those that have not ended. A process with other words has only taken the number of one that has. */
export function stillRunning(family: Process[]): Process[] {
	const alive = processes();
	return family.filter(({ pid, words }) => alive.some((one) => one.pid === pid && one.words === words));
}
