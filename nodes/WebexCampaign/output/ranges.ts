import { inWords } from './inWords';

const MOST_RANGES = 20;

/** Ascending indexes as ranges: "0-36, 39", at most 20 of them, then "and 12 more items". */
export function rangesText(indexes: readonly number[]): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const index of indexes) {
		const current = ranges.at(-1);
		if (current && current[1] === index - 1) current[1] = index;
		else ranges.push([index, index]);
	}
	const shown = ranges.slice(0, MOST_RANGES);
	const left = ranges.slice(MOST_RANGES).reduce((sum, [first, last]) => sum + last - first + 1, 0);
	const text = shown.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
	return left === 0 ? text : `${text} and ${inWords(left, 'more item')}`;
}
