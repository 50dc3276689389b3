import { styleText } from 'node:util';

import type { NodeResult } from '../../test/n8nEngine/runNode';
import { CONTACTS } from './contacts';

/** What the node says of one contact, whether it left by the success branch or by the error branch. */
export interface Told {
	item: number;
	/** Null if it was refused. */
	key: string | null;
	status: string;
	transactionId?: string;
	duplicateOf?: number;
	error?: { key: string | null; outcome: string; message: string; description: string };
}

/** In input order. */
export const toldBy = ({ success, failed }: NodeResult): Told[] =>
	[...success, ...failed]
		.map(({ json, pairedItem }) => {
			const shown = json as unknown as Told;
			const { item } = pairedItem as { item: number };
			return { ...shown, item, ...(shown.error && { key: shown.error.key, status: shown.error.outcome }) };
		})
		.sort((a, b) => a.item - b.item);

const coloursShown = process.stdout.isTTY && process.env.NO_COLOR === undefined;

export const paint = (colour: 'green' | 'red' | 'yellow' | 'bold', text: string): string =>
	coloursShown ? styleText(colour, text) : text;

/** Broken at blanks, for a terminal of 100 columns. */
export const indented = (text: string, indent: number): string =>
	text.replace(new RegExp(`(.{1,${99 - indent}})(?: |$)`, 'g'), `${' '.repeat(indent)}$1\n`).trimEnd();

/** A refused key is shown as it came in. */
export function inWords({ item, key, status, transactionId, duplicateOf, error }: Told): string {
	const shownKey = key ?? JSON.stringify(CONTACTS[item]?.mobile);
	const begin = `${String(item).padStart(5)}  ${shownKey.padEnd(13)}  `;
	if (error) {
		const colour = status === 'unknown' ? 'yellow' : 'red';
		return `${begin}${paint(colour, `✖ ${error.message}`)}\n${indented(error.description, 24)}`;
	}
	if (status === 'goneAfterRetry')
		return `${begin}${paint('yellow', `? ${'gone after retry'.padEnd(22)}`)}  its first reply was lost, then it was gone: check the key once`;
	const words = duplicateOf === undefined ? status : `${status}, with item ${duplicateOf}`;
	return `${begin}${paint('green', `✔ ${words.padEnd(22)}`)}  ${transactionId}`;
}
