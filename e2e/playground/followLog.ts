import { existsSync, statSync, createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const interval = 500;

/** Calls back with every line that a program adds to its log. */
export function followLog(file: string, tell: (line: string) => void): void {
	let read = existsSync(file) ? statSync(file).size : 0;
	const look = async () => {
		const { size } = statSync(file);
		if (size > read) {
			const added = createReadStream(file, { start: read, end: size - 1 });
			read = size;
			for await (const line of createInterface({ input: added })) tell(line);
		}
		setTimeout(() => void look(), interval).unref();
	};
	void look();
}
