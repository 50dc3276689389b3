import type { Second } from '../../simulator/ledger';

/** What the simulator saw of one node. */
export interface Measured {
	/** The node and its settings. */
	heading: string;
	/** How it ended, in words. */
	outcome: string;
	/** Since the ledger was opened; seconds without a request are left out. */
	seconds: Second[];
}

/** A request is one of these; drawn from the bottom up. */
export const KINDS = [
	{ kind: 'deleted', words: 'deleted a contact', of: ({ executed }: Second) => executed },
	{
		kind: 'again',
		words: 'sent again for a contact that was gone',
		of: ({ requests, executed, refused }: Second) => requests - executed - refused,
	},
	{ kind: 'refused', words: 'refused with 429', of: ({ refused }: Second) => refused },
] as const;

export function barInWords(second: Second): string {
	return KINDS.map(({ words, of }) => `${inWords(of(second))} ${words}`).join(', ');
}

export function totalsInWords(seconds: Second[]): string {
	const sum = (of: (second: Second) => number) => seconds.reduce((all, second) => all + of(second), 0);
	const [requests, refused] = [sum((second) => second.requests), sum((second) => second.refused)];
	const percent = ((100 * refused) / requests).toFixed(1);
	return `${inWords(sum(({ executed }) => executed))} deleted; ${inWords(refused)} of ${inWords(requests)} requests refused (${percent} %)`;
}

export const inWords = (count: number) => count.toLocaleString('en-US');
