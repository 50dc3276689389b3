import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Reason } from '../api/checked';
import type { RunOptions } from '../input/options';
import type { RunReport } from '../run/run';
import { count, countsText } from './counts';
import { hintFor } from './hint';
import { invalidItem, type ItemRecord } from './itemRecord';
import { toItems } from './items';
import { logLine } from './progressLog';
import { stopError } from './stopError';

export interface Conclusion {
	/** In input order. */
	records: ItemRecord[];
	/** The rest is missing if nothing could be sent at all. */
	report?: RunReport;
	options?: RunOptions;
	/** Where the deletes go. */
	url?: string;
}

/**
 * Turns the records of a run into what n8n shows: output items and a hint, or with On Error 'Stop' one error. In the
 * Continue modes nothing is ever thrown, since n8n would then send all input items to the success branch.
 *
 * @throws NodeApiError, NodeOperationError only if On Error is 'Stop' and an item failed
 */
export function concludeRun(context: IExecuteFunctions, conclusion: Conclusion): INodeExecutionData[] {
	const { records, report, options, url } = conclusion;
	if (report?.end?.why === 'cancelled') {
		// n8n drops what a cancelled node returns, so this line is all that is left of the run.
		const counts = countsText(count(records.map(({ outcome }) => outcome)));
		context.logger.warn(logLine(context, `cancelled. ${counts}`));
		return toItems(records, url);
	}
	const stop = context.continueOnFail() ? undefined : stopError(context.getNode(), records, options);
	if (stop) throw stop;
	const hint = hintFor(records, report, context.getNode().onError === 'continueErrorOutput');
	if (hint) context.addExecutionHints?.(hint);
	return toItems(records, url);
}

/** Every item is invalid, for a reason that they share. */
export const allItemsInvalid = (context: IExecuteFunctions, reason: Reason): INodeExecutionData[] =>
	concludeRun(context, { records: context.getInputData().map(() => invalidItem(reason)) });
