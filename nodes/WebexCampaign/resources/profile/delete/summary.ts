import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { clean } from '../../../text/clean';
import { duration, inFigures, inWords } from '../../../text/words';
import { mostFrequentReason } from '../failureTexts';
import type { ItemRecord } from './items';
import type { Outcome } from './outcome';
import type { RunReport } from './settleProfiles';

/** Every kind of end an item can have, with the words for it, in the order in which they are told. */
export const KINDS = [
	['deleted', 'deleted'],
	['goneAfterRetry', 'gone after retry (check the key)'],
	['notFound', 'not found'],
	['dryRun', 'checked without sending'],
	['notDeleted', 'not deleted'],
	['unknown', 'unknown'],
	['notAttempted', 'not attempted'],
] as const;

export const kindOf = (outcome: Outcome): (typeof KINDS)[number][0] =>
	outcome.status === 'failed' ? outcome.outcome : outcome.status;

/** "9,912 deleted, 61 not found". What a dry run would not send is refused. */
export function countsText(items: ReadonlyArray<{ outcome?: Outcome }>): string {
	const counts = new Map<string, number>();
	for (const { outcome } of items) if (outcome) counts.set(kindOf(outcome), (counts.get(kindOf(outcome)) ?? 0) + 1);
	const isDryRun = counts.has('dryRun');
	return KINDS.filter(([kind]) => counts.has(kind))
		.map(
			([kind, words]) => `${inFigures(counts.get(kind) ?? 0)} ${isDryRun && kind === 'notDeleted' ? 'refused' : words}`,
		)
		.join(', ');
}

/** Waits shorter than this (ms) are not worth telling. */
const NOTEWORTHY_WAIT = 1000;

/** One line above the node's output, if the run has anything to tell beyond "all deleted". No keys, no names. */
export function hintFor(report: RunReport, hasErrorOutput: boolean): NodeExecutionHint | undefined {
	const { records, throttleWait } = report;
	const failures = records.flatMap(({ outcome }) => (outcome.status === 'failed' ? [outcome] : []));
	const duplicates = records.filter(({ duplicateOf }) => duplicateOf !== undefined).length;
	const contacts = records.filter(({ profile, duplicateOf }) => profile && duplicateOf === undefined).length;
	const isDoubtful = records.some(({ outcome }) => outcome.status === 'goneAfterRetry');
	const isDryRun = records.some(({ outcome }) => outcome.status === 'dryRun');
	const nameless = namelessText(records);

	const where = hasErrorOutput ? 'see the error branch' : "see the items with 'error'";
	const reason = failures.length > 0 ? `, ${mostFrequentReason(failures)} (${where})` : '';
	const more = [
		duplicates > 0 && repeatText(duplicates, contacts, isDryRun),
		nameless,
		throttleWait >= NOTEWORTHY_WAIT && `Waited ${duration(throttleWait)} for the throttle.`,
		failures.some(({ stoppedBy }) => stoppedBy) && 'The run ended early.',
	].filter(Boolean);
	if (more.length === 0 && records.every(({ outcome }) => outcome.status === 'deleted')) return undefined;
	return {
		message: [`${countsText(records)}${reason}.`, ...more].join(' '),
		type: failures.length > 0 || isDoubtful || nameless ? 'warning' : 'info',
		location: 'outputPane',
	};
}

/** What is said of so many items that name a contact once more. In a dry run nothing is sent for the first one either. */
function repeatText(repeats: number, contacts: number, isDryRun: boolean): string {
	const [verb, was] = repeats === 1 ? ['repeats', 'was'] : ['repeat', 'were'];
	const end = isDryRun ? 'would not be sent again' : `${was} not sent again`;
	return `${inFigures(repeats)} ${verb} an earlier item and ${end}: ${inWords(contacts, 'contact')} in all.`;
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

/** A line for n8n's log, to be told apart from those of other executions. Counts only, never a key or a profile's name. */
export function logLine(context: IExecuteFunctions, words: string): string {
	const { id = '', name = '' } = context.getWorkflow();
	return `Webex Campaign, execution ${context.getExecutionId()} of workflow ${id} "${clean(name)}": ${words}`;
}

/** ms between two lines. */
export const LOG_INTERVAL = 10_000;

/** A line in n8n's log every 10 s of a long run. */
export function makeProgressLog(context: IExecuteFunctions, startedAt: number) {
	let next = startedAt + LOG_INTERVAL;
	return (now: number, jobs: ReadonlyArray<{ outcome?: Outcome }>): void => {
		if (now < next) return;
		next = now + LOG_INTERVAL;
		const done = inFigures(jobs.filter(({ outcome }) => outcome).length);
		const counts = countsText(jobs);
		const words = `${done} of ${inFigures(jobs.length)} profiles done${counts ? ` (${counts})` : ''}`;
		context.logger.info(logLine(context, words));
	};
}
