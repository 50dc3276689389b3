import { sleep } from 'n8n-workflow';

/** Let n8n do other work after so many ms: resolving expressions for many items would keep a worker from its duties. */
const LONGEST_STRETCH = 25;

/** Reads something of every item, with pauses. Ends early, with fewer values, if the execution is cancelled. */
export async function everyItem<T>(
	items: number,
	isCancelled: () => boolean,
	read: (item: number) => T,
): Promise<T[]> {
	const values: T[] = [];
	let pause = performance.now() + LONGEST_STRETCH;
	while (values.length < items && !isCancelled()) {
		values.push(read(values.length));
		if (performance.now() < pause) continue;
		await sleep(0);
		pause = performance.now() + LONGEST_STRETCH;
	}
	return values;
}
