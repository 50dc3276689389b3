/** What a terminal of 100 columns shows without wrapping. */
export const WIDTH = 100;

const COLOURS = { green: 32, red: 31, yellow: 33, dim: 2, bold: 1 } as const;
export type Colour = keyof typeof COLOURS;

export interface Cell {
	text: string;
	colour?: Colour;
}

export interface Column {
	title: string;
	/** Characters; the last column takes what is left. */
	width: number;
}

const MARGIN = 1;
const GAP = 2;

const coloursShown = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

export const paint = (text: string, colour: Colour | undefined): string =>
	colour && coloursShown ? `\u001B[${COLOURS[colour]}m${text}\u001B[0m` : text;

/** A table whose cells break at blanks. */
export function table(columns: Column[], rows: Cell[][]): string {
	const widths = widthsOf(columns);
	const heading = columns.map(({ title }): Cell => ({ text: title, colour: 'bold' }));
	const rule = widths.map((width): Cell => ({ text: '─'.repeat(width), colour: 'dim' }));
	return [heading, rule, ...rows].map((row) => lines(row, widths)).join('\n');
}

function widthsOf(columns: Column[]): number[] {
	const others = columns.slice(0, -1).map(({ width }) => width);
	const used = others.reduce((sum, width) => sum + width + GAP, 2 * MARGIN);
	return [...others, WIDTH - used];
}

function lines(row: Cell[], widths: number[]): string {
	const broken = row.map(({ text }, i) => breakText(text, widths[i] ?? WIDTH));
	const height = Math.max(...broken.map((cell) => cell.length));
	return Array.from({ length: height }, (_, line) => {
		const cells = row.map(({ colour }, i) => {
			const text = broken[i]?.[line] ?? '';
			const padding = ' '.repeat(Math.max(0, (widths[i] ?? 0) - text.length));
			return paint(text, colour) + padding;
		});
		return (' '.repeat(MARGIN) + cells.join(' '.repeat(GAP))).trimEnd();
	}).join('\n');
}

/** Lines of at most `width` characters, broken at blanks where there are any. */
export function breakText(text: string, width: number): string[] {
	const broken: string[] = [];
	for (const word of text.split(' ')) {
		const last = broken.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width) broken[broken.length - 1] = `${last} ${word}`;
		else broken.push(word);
	}
	return broken.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']);
}
