import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { RunOptions } from '../../../input/options';
import { nodeError } from '../../failedItem';
import type { Reason } from '../../../result';
import { rangesText } from '../../../text/words';
import { failureText, RUN_AGAIN, unforeseen } from '../failureTexts';
import type { EarlierTries } from './earlierTries';
import { invalidItem, toItems, type ItemRecord } from './items';
import type { RunReport } from './settleProfiles';
import { countsText, hintFor, KINDS, kindOf, logLine } from './summary';

/**
 * Turns what a run came to into what n8n shows: output items and a hint, or with On Error 'Stop' one error. In the
 * Continue modes nothing is ever thrown, since n8n would then send all input items to the success branch.
 *
 * @param options none if they could not be read
 * @throws NodeApiError, NodeOperationError only if On Error is 'Stop' and an item failed
 */
export function concludeRun(context: IExecuteFunctions, report: RunReport, options?: RunOptions): INodeExecutionData[] {
	const { records } = report;
	if (report.end?.why === 'cancelled') {
		// n8n drops what a cancelled node returns, so this line is all that is left of the run.
		context.logger.warn(logLine(context, `cancelled. ${countsText(records)}`));
	} else {
		const stop = context.continueOnFail() ? undefined : stopError(context.getNode(), records, options);
		if (stop) throw stop;
		const hint = hintFor(report, hasErrorOutput(context));
		if (hint) context.addExecutionHints?.(hint);
	}
	return toItems(records, hasErrorOutput(context));
}

/** Every item is invalid, for a reason that they share. */
export function allItemsInvalid(context: IExecuteFunctions, tries: EarlierTries, reason: Reason): INodeExecutionData[] {
	const records = context.getInputData().map((_, item) => tries.invalid(item, reason));
	return concludeRun(context, { records, throttleWait: 0 });
}

/**
 * Something was thrown that no rule foresaw. In the Continue modes it must not escape. If a request has been sent before,
 * nothing is claimed about any item.
 *
 * @throws with On Error 'Stop': the error that was meant for it, or one with this text
 */
export function lastResort(context: IExecuteFunctions, tries: EarlierTries, thrown: unknown): INodeExecutionData[] {
	const isStop = !context.continueOnFail();
	if (isStop && (thrown instanceof NodeApiError || thrown instanceof NodeOperationError)) throw thrown;
	const { description, ...reason } = unforeseen(thrown);
	const soFar = tries.haveSent ? `Some items may have been deleted. ${RUN_AGAIN}` : 'Nothing was sent.';
	const said = { ...reason, description: `${soFar} ${description}` };
	const record = tries.haveSent ? { ...invalidItem(said, undefined, 'unknown'), attempts: null } : invalidItem(said);
	const records = context.getInputData().map(() => record);
	const stop = isStop && stopError(context.getNode(), records);
	if (stop) throw stop;
	return toItems(records, hasErrorOutput(context));
}

/** Whether failed items leave by a branch of their own; else On Error is 'Continue', or 'Stop'. */
const hasErrorOutput = (context: IExecuteFunctions): boolean => context.getNode().onError === 'continueErrorOutput';

/** On Error is 'Stop': the one error for the failed item of lowest index, or undefined if no item failed. */
export function stopError(node: INode, records: readonly ItemRecord[], options?: RunOptions): Error | undefined {
	const failed = records.findIndex(({ outcome }) => outcome.status === 'failed' && outcome.code !== 'RUN_STOPPED');
	const itemIndex = failed >= 0 ? failed : records.findIndex(({ outcome }) => outcome.status === 'failed');
	const record = records[itemIndex];
	if (record?.outcome.status !== 'failed') return undefined;
	const { message, description } = failureText(record.outcome, record.attempts, record.profile?.key);
	const others = othersText(records, itemIndex, options);
	return nodeError(node, { ...record.outcome, message, description: `${description} ${others}`.trim() }, itemIndex);
}

/** What became of the other items, indexes from 0 as n8n shows them, and how to go on. */
function othersText(records: readonly ItemRecord[], itemIndex: number, options?: RunOptions): string {
	const others = records.map(({ outcome }, index) => ({ outcome, index })).filter(({ index }) => index !== itemIndex);
	const sentences: string[] = [];
	for (const [kind, words] of KINDS) {
		const indexes = others.filter(({ outcome }) => kindOf(outcome) === kind).map(({ index }) => index);
		if (indexes.length === 0) continue;
		const noun = sentences.length > 0 ? '' : indexes.length === 1 ? 'item ' : 'items ';
		sentences.push(`${words.charAt(0).toUpperCase()}${words.slice(1)}: ${noun}${rangesText(indexes)}.`);
	}
	if (sentences.length > 0) sentences.push('Items are counted from 0.');
	// If only the failed item may be gone, its own description says so.
	const mayBeGone = others.some(({ outcome }) => outcome.status !== 'failed' || outcome.outcome === 'unknown');
	if (mayBeGone && options?.ifNotFound === 'fail')
		sentences.push("To run the rest again, set 'If Profile Not Found' to 'Continue'.");
	return sentences.join(' ');
}
