export type Figures = Record<string, number | string | undefined>;

export const perCent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** One line: what was measured, and its figures by name. */
export function print(name: string, figures: Figures): void {
	const known = Object.entries(figures).filter(([, value]) => value !== undefined);
	console.log(`${name}: ${known.map(([figure, value]) => `${figure} ${inWords(value!)}`).join(', ')}`);
}

/** Says what was promised and is not so, and makes the process fail. */
export function miss(promise: string): void {
	console.log(`MISSED: ${promise}`);
	process.exitCode = 1;
}

function inWords(value: number | string): string {
	if (typeof value === 'string' || Number.isInteger(value)) return String(value);
	return value.toFixed(value < 10 ? 2 : 0);
}

export function median(figures: number[]): number {
	return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
