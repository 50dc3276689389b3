import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Checked } from '../api/checked';
import { failedItem, nodeError } from './failed';

/**
 * For an operation that treats one item after another: links what comes of an item to it, and lets a failed item go where
 * 'On Error' says.
 *
 * @param resultsOf must not reject: `lastResort` would fail all items for it
 * @throws NodeApiError, NodeOperationError only if On Error is 'Stop' and an item failed
 */
export async function eachItem(
	context: IExecuteFunctions,
	resultsOf: (item: number) => Promise<Checked<IDataObject[]>>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[][] = [];
	const items = context.getInputData().length;
	for (let item = 0; item < items && !context.getExecutionCancelSignal?.()?.aborted; item++) {
		const results = await resultsOf(item);
		if (!results.ok && !context.continueOnFail()) throw nodeError(context.getNode(), results, item);
		output.push(
			results.ok
				? results.value.map((json) => ({ json, pairedItem: { item } }))
				: [failedItem(results, item)],
		);
	}
	return output.flat();
}
