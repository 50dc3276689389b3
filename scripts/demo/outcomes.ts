import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeResult } from '../../test/n8nEngine/runNode';
import { CONTACTS } from './contacts';
import type { Cell } from './table';

interface Failed {
	message: string;
	description: string;
	outcome: 'notDeleted' | 'unknown' | 'notAttempted';
	key: string | null;
}

interface Shown {
	status: 'deleted' | 'goneAfterRetry' | 'notFound' | 'dryRun';
	key: string;
	transactionId: string | null;
	duplicateOf?: number;
	error?: Failed;
}

export const OUTCOME_COLUMNS = [
	{ title: 'Item', width: 4 },
	{ title: 'Key', width: 13 },
	{ title: 'What happened', width: 27 },
	{ title: 'Transaction id, or what to do', width: 0 },
];

/** One row for each item that left the node, by either branch, in input order. */
export function outcomeRows({ success, failed }: NodeResult): Cell[][] {
	return [...success, ...failed]
		.map((item): [number, Shown] => [indexOf(item), item.json as unknown as Shown])
		.sort(([a], [b]) => a - b)
		.map(([item, shown]) => (shown.error ? failedRow(item, shown.error) : successRow(item, shown)));
}

const indexOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;

function successRow(item: number, { key, status, transactionId, duplicateOf }: Shown): Cell[] {
	const happened = status === 'goneAfterRetry' ? 'gone after retry' : status;
	const note =
		status === 'goneAfterRetry'
			? 'None: the first reply was lost, and when asked again the profile was no longer there.'
			: 'None';
	return [
		{ text: String(item).padStart(4) },
		{ text: key },
		{
			text: duplicateOf === undefined ? `✔ ${happened}` : `✔ ${happened}, with item ${duplicateOf}`,
			colour: 'green',
		},
		transactionId ? { text: transactionId } : { text: note, colour: 'dim' },
	];
}

/** A refused key is shown as it came in. */
function failedRow(item: number, { key, message, description, outcome }: Failed): Cell[] {
	return [
		{ text: String(item).padStart(4) },
		{ text: key ?? JSON.stringify(CONTACTS[item]?.mobile) },
		{ text: `✖ ${message}`, colour: outcome === 'unknown' ? 'yellow' : 'red' },
		{ text: description },
	];
}
