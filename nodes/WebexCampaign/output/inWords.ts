/** 9,912 */
export const inFigures = (count: number): string => count.toLocaleString('en-US');

/** 1 item, 2,000 items */
export const inWords = (count: number, noun: string): string =>
	`${inFigures(count)} ${noun}${count === 1 ? '' : 's'}`;

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
	return minutes % 60 === 0
		? `${Math.floor(minutes / 60)} h`
		: `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
