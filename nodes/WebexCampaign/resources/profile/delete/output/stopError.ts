import type { INode } from 'n8n-workflow';

import type { RunOptions } from '../../../../input/options';
import { nodeError } from '../../../../output/failedItem';
import { rangesText } from '../../../../text/words';
import { KINDS, kindOf, type Kind } from './summary';
import { failureText } from './failureText';
import type { ItemRecord } from './items';

/** On Error is 'Stop': the one error for the failed item of lowest index, or undefined if no item failed. */
export function stopError(
	node: INode,
	records: readonly ItemRecord[],
	options: RunOptions | undefined,
): Error | undefined {
	const failed = records.findIndex(({ outcome }) => outcome.status === 'failed' && outcome.code !== 'RUN_STOPPED');
	const itemIndex = failed >= 0 ? failed : records.findIndex(({ outcome }) => outcome.status === 'failed');
	const record = records[itemIndex];
	if (record?.outcome.status !== 'failed') return undefined;
	const { message, description } = failureText(record.outcome, record.attempts);
	const others = othersText(records, itemIndex, options);
	const reason = { ...record.outcome, message, description: `${description} ${others}`.trim() };
	return nodeError(node, reason, itemIndex);
}

/** What became of the other items, indexes from 0 as n8n shows them, and how to go on. */
function othersText(records: readonly ItemRecord[], itemIndex: number, options: RunOptions | undefined): string {
	const indexesOf = (kind: Kind) =>
		records.flatMap(({ outcome }, i) => (i !== itemIndex && kindOf(outcome) === kind ? [i] : []));
	const sentences = (Object.keys(KINDS) as Kind[])
		.map((kind) => ({ kind, indexes: indexesOf(kind) }))
		.filter(({ indexes }) => indexes.length > 0)
		.map(({ kind, indexes }, position) => {
			const noun = position > 0 ? '' : indexes.length === 1 ? 'item ' : 'items ';
			return `${capitalise(KINDS[kind])}: ${noun}${rangesText(indexes)}.`;
		});
	// If only the failed item may be gone, its own description says so.
	const othersAreGone = records.some(
		({ outcome }, i) => i !== itemIndex && (outcome.status !== 'failed' || outcome.outcome === 'unknown'),
	);
	if (othersAreGone && options?.ifNotFound === 'fail') {
		sentences.push("To run the rest again, set 'If Profile Not Found' to 'Continue'.");
	}
	return sentences.join(' ');
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
