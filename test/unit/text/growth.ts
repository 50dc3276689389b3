const SHORT = 4_000;
const TIMES_LONGER = 25;

/**
 * How much more processor time a text costs that is 25 times longer: about 25 times if it is in proportion, 625 times if
 * it is quadratic. Both the fastest of several runs, since other threads and the machine's other work count too.
 */
export function growth(work: (text: string) => unknown, textOf: (length: number) => string): number {
	return cost(work, textOf(SHORT * TIMES_LONGER)) / Math.max(cost(work, textOf(SHORT)), 500);
}

/** The growth beyond which a cost is not in proportion to the text any more: far from both. */
export const OUT_OF_PROPORTION = 150;

/** µs of processor time. */
function cost(work: (text: string) => unknown, text: string): number {
	const times = Array.from({ length: 3 }, () => {
		const before = process.cpuUsage().user;
		work(text);
		return process.cpuUsage().user - before;
	});
	return Math.min(...times);
}
