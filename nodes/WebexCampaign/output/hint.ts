import type { NodeExecutionHint } from 'n8n-workflow';

import type { RunReport } from '../run/run';
import { count, countsText } from './counts';
import { duration } from './inWords';
import type { ItemRecord } from './itemRecord';

/** Waits shorter than this (ms) are not worth telling. */
const NOTEWORTHY_WAIT = 1000;

/** One line above the node's output, if the run has anything to tell beyond "all deleted". Counts only. */
export function hintFor(
	records: readonly ItemRecord[],
	report: RunReport | undefined,
	hasErrorBranch: boolean,
): NodeExecutionHint | undefined {
	const counts = count(records.map(({ outcome }) => outcome));
	const failed = (counts.notDeleted ?? 0) + (counts.unknown ?? 0) + (counts.notAttempted ?? 0);
	const duplicates = records.filter(({ duplicateOf }) => duplicateOf !== undefined).length;
	const waited = report?.throttleWait ?? 0;
	if ((counts.deleted ?? 0) === records.length && duplicates === 0 && waited < NOTEWORTHY_WAIT)
		return undefined;

	const where = hasErrorBranch ? 'see the error branch' : "see the items with 'error'";
	const sentences = [`${countsText(counts)}${failed > 0 ? ` (${where})` : ''}.`];
	if (duplicates > 0)
		sentences.push(
			`${duplicates} ${duplicates === 1 ? 'repeats an earlier item and was' : 'repeat an earlier item and were'} not sent again.`,
		);
	if (waited >= NOTEWORTHY_WAIT) sentences.push(`Waited ${duration(waited)} for the throttle.`);
	if (report?.end) sentences.push('The run ended early.');
	return { message: sentences.join(' '), type: failed > 0 ? 'warning' : 'info', location: 'outputPane' };
}
