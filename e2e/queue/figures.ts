import type { Measurement } from './measure';

type Figures = Record<string, number | string>;

export const perCent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** One line: what was measured, and its figures by name. */
export function print(name: string, figures: Figures): void {
	const words = Object.entries(figures).map(([figure, value]) => `${figure} ${inWords(value)}`);
	console.log(`${name}: ${words.join(', ')}`);
}

/** A figure counts only if nothing failed and the report agrees with the ledger; otherwise the process fails. */
export function printSound(name: string, figures: Figures, { failed, mismatches }: Measurement): void {
	print(name, { ...figures, failed, mismatches: mismatches.length });
	if (failed > 0 || mismatches.length > 0) miss('0 failed, 0 mismatches');
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
