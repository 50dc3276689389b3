import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { RunOptions } from '../../../../input/options';
import type { RunReport } from '../../../../lane/run';
import type { Refusal } from '../../../../result';
import { hasErrorOutput, invalidItem, toItems, type ItemRecord } from './items';
import { count, countsText, hintFor, logLine } from './summary';
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
	const run = { hasErrorOutput: hasErrorOutput(context), url };
	if (report?.end?.why === 'cancelled') {
		// n8n drops what a cancelled node returns, so this line is all that is left of the run.
		const counts = countsText(count(records.map(({ outcome }) => outcome)));
		context.logger.warn(logLine(context, `cancelled. ${counts}`));
		return toItems(records, run);
	}
	const stop = context.continueOnFail() ? undefined : stopError(context.getNode(), records, options);
	if (stop) throw stop;
	const hint = hintFor(records, report, run.hasErrorOutput);
	if (hint) context.addExecutionHints?.(hint);
	return toItems(records, run);
}

/** Every item is invalid, for a reason that they share. */
export const allItemsInvalid = (context: IExecuteFunctions, refusal: Refusal): INodeExecutionData[] =>
	concludeRun(context, { records: context.getInputData().map(() => invalidItem(refusal)) });
