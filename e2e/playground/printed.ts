import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long the playground may take to start on a machine with much else to do, in ms. */
export const starting = 900_000;

/** What a program prints: waits until all of it together holds what is looked for. @throws if it ends before. */
export function printedBy(program: ChildProcess): (wanted: RegExp) => Promise<RegExpExecArray> {
	let printed = '';
	let hasEnded = false;
	program.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
	program.on('close', () => (hasEnded = true));
	return async (wanted) => {
		for (;;) {
			const found = wanted.exec(printed);
			if (found) return found;
			if (hasEnded) throw new Error(`It ended: ${printed}`);
			await sleep(50);
		}
	};
}
