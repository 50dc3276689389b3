/** What a code block of a document changes in one file: its whole text, or parts of it. */
export interface Change {
	path: string;
	/** Of a new file. */
	text?: string;
	/** In a file that is there: each part as it was and as it will be. */
	parts?: Array<{ before: string; after: string }>;
}

const BLOCK = /^( *)```(ts|diff)\n *\/\/ (\S+\/\S+)\n(.*?)^ *```$/gms;

/** The changes that the code blocks of this chapter describe. Each begins with a comment that names the file. */
export function changesIn(document: string, chapter: string): Change[] {
	const [, text = ''] = document.split(`\n## ${chapter}\n`);
	const [own = ''] = text.split('\n## ');
	return [...own.matchAll(BLOCK)].map(([, indent = '', kind, path = '', block = '']) => {
		const lines = block.split('\n').map((line) => line.replace(indent, ''));
		if (kind === 'ts') return { path, text: lines.join('\n') };
		const parts = lines
			.join('\n')
			.split(/^@@\n/m)
			.map((part) => ({ before: linesWith(part, '-'), after: linesWith(part, '+') }));
		return { path, parts };
	});
}

/** The lines of a diff that are on one of its sides, and those on both. */
const linesWith = (diff: string, side: '-' | '+'): string =>
	diff
		.split('\n')
		.filter((line) => line.startsWith(side) || line.startsWith(' '))
		.map((line) => `${line.slice(1)}\n`)
		.join('');

/**
 * What is there already, word for word, stays: somebody who follows the chapter runs its test too.
 *
 * @throws Error if a new file is there with another text, or if a file does not hold each part exactly once
 */
export function changed({ path, text, parts = [] }: Change, current: string | undefined): string {
	if (text !== undefined) {
		if (current !== undefined && current !== text) throw new Error(`${path} is there already, with another text`);
		return text;
	}
	return parts.reduce((content, { before, after }) => {
		if (content.split(after).length === 2) return content;
		const [start = '', end, ...more] = content.split(before);
		if (before === '' || end === undefined || more.length > 0)
			throw new Error(`${path} does not hold this once:\n${before}`);
		return start + after + end;
	}, current ?? '');
}
