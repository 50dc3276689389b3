import type { NodeExecutionHint } from 'n8n-workflow';

import type { RunReport } from '../run/run';
import { count, countsText } from './counts';
import { duration, inFigures } from './inWords';
import type { ItemRecord } from './itemRecord';
import { mostFrequentReason } from './failureText';

/** Waits shorter than this (ms) are not worth telling. */
const NOTEWORTHY_WAIT = 1000;

/** One line above the node's output, if the run has anything to tell beyond "all deleted". No keys, no names. */
export function hintFor(
	records: readonly ItemRecord[],
	report: RunReport | undefined,
	hasErrorBranch: boolean,
): NodeExecutionHint | undefined {
	const failures = records.flatMap(({ outcome }) => (outcome.status === 'failed' ? [outcome] : []));
	const counts = count(records.map(({ outcome }) => outcome));
	const duplicates = records.filter(({ duplicateOf }) => duplicateOf !== undefined).length;
	const waited = report?.throttleWait ?? 0;
	const nameless = namelessText(records);

	const where = hasErrorBranch ? 'see the error branch' : "see the items with 'error'";
	const reason = failures.length > 0 ? `, ${mostFrequentReason(failures)} (${where})` : '';
	const repeat = duplicates === 1 ? 'repeats an earlier item and was' : 'repeat an earlier item and were';
	const more = [
		duplicates > 0 && `${inFigures(duplicates)} ${repeat} not sent again.`,
		nameless,
		waited >= NOTEWORTHY_WAIT && `Waited ${duration(waited)} for the throttle.`,
		report?.end && 'The run ended early.',
	].filter(Boolean);
	if ((counts.deleted ?? 0) === records.length && more.length === 0) return undefined;
	return {
		message: [`${countsText(counts)}${reason}.`, ...more].join(' '),
		type: failures.length > 0 || nameless ? 'warning' : 'info',
		location: 'outputPane',
	};
}

/** The field was blank, and nobody but Webex Campaign knows which profile is meant then. */
function namelessText(records: readonly ItemRecord[]): string | undefined {
	const nameless = records.filter(({ profile }) => profile?.profileName === null);
	if (nameless.some(({ outcome }) => outcome.status === 'dryRun'))
		return "'Profile Name' is blank: Webex Campaign would decide which profile is meant.";
	if (nameless.some(({ attempts }) => attempts !== 0))
		return "'Profile Name' was blank: Webex Campaign decided which profile was meant.";
	return undefined;
}
