/** 9,912 */
export const inFigures = (count: number): string => count.toLocaleString('en-US');

/** 1 item, 2,000 items */
export const inWords = (count: number, noun: string): string => `${inFigures(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A message as part of a sentence; a name keeps its capital. */
export const lowerFirst = (message: string): string =>
	message.replace(/^(?!Webex)[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

/** Milliseconds as people say them: 850 ms, 12 s, 4 min 10 s, 2 h 5 min. */
export function duration(ms: number): string {
	if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`;
	const seconds = Math.round(ms / 1000);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

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
