import type { ChildProcess } from 'node:child_process';

/** What a program prints: waits until all of it together holds what is looked for. @throws if it ends before. */
export function printedBy(program: ChildProcess): (wanted: RegExp) => Promise<RegExpExecArray> {
	let printed = '';
	let ended = false;
	const looks = new Set<() => void>();
	const look = () => looks.forEach((one) => one());
	program.stdout?.on('data', (chunk: Buffer) => {
		printed += chunk.toString();
		look();
	});
	program.on('exit', () => {
		ended = true;
		look();
	});
	return async (wanted) =>
		await new Promise((resolve, reject) => {
			const one = () => {
				const found = wanted.exec(printed);
				if (found) resolve(found);
				else if (ended) reject(new Error(`It ended: ${printed}`));
				if (found ?? ended) looks.delete(one);
			};
			looks.add(one);
			one();
		});
}
