import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { invalid, type Reason, type Result } from '../result';

/**
 * An item with the top-level key `error`, an object. Alone it is the one shape that every n8n routes to the error branch
 * and leaves intact. A successful item never has that key.
 *
 * @param more fields of this operation in `error`
 * @param columns fields beside `error`, for On Error 'Continue': there all items leave together, and a table has no holes
 */
export function failedItem(reason: Reason, item: number, more: IDataObject = {}, columns: IDataObject = {}) {
	const { message, description, code, httpStatus } = reason;
	return { json: { ...columns, error: { message, description, code, httpStatus, ...more } }, pairedItem: { item } };
}

/** The error that n8n shows if On Error is 'Stop', or in a list of the editor. */
export function nodeError(node: INode, reason: Reason, itemIndex?: number): NodeApiError | NodeOperationError {
	const { message, description, code, httpStatus } = reason;
	if (code.startsWith('INVALID_')) return new NodeOperationError(node, message, { description, itemIndex });
	// n8n shows it as "Error code": the API's own says more than its HTTP 200.
	const httpCode = /^\d+$/.test(code) ? code : httpStatus?.toString();
	// A plain object: n8n would take message and description from an error with a reply in it.
	return new NodeApiError(node, { message, code }, { message, description, itemIndex, httpCode });
}

/** For what no rule foresaw. Its own message may hold the API key, so what is told is where it came from. */
export const unforeseen = (thrown: unknown) =>
	invalid(
		'The node came to an unforeseen end',
		`Please report this to the makers of the node. Technical detail: ${originOf(thrown)}.`,
		'RUN_STOPPED',
	);

/** "TypeError at run.js:132:11": the kind of an error and where it was thrown, not its message. */
function originOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
	const [, place = 'an unknown place'] = /\n\s+at .*?([\w.-]+:\d+:\d+)/.exec(thrown.stack ?? '') ?? [];
	return `${thrown.constructor.name} at ${place}`;
}

/**
 * For an operation that treats one item after another: links what comes of an item to it, and lets a failed item go where
 * 'On Error' says. In the Continue modes nothing is thrown, since n8n would send all input items to the success branch.
 *
 * @throws NodeApiError, NodeOperationError only if On Error is 'Stop' and an item failed
 */
export async function eachItem(
	context: IExecuteFunctions,
	resultsOf: (item: number) => Promise<Result<IDataObject[]>>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[][] = [];
	const items = context.getInputData().length;
	const settle = async (item: number) =>
		context.getExecutionCancelSignal?.()?.aborted ? undefined : await resultsOf(item);
	for (let item = 0; item < items; item++) {
		const results = await settle(item).catch(unforeseen);
		if (!results) break;
		if (!results.ok && !context.continueOnFail()) throw nodeError(context.getNode(), results, item);
		const linked = (json: IDataObject) => ({ json, pairedItem: { item } });
		output.push(results.ok ? results.value.map(linked) : [failedItem(results, item)]);
	}
	return output.flat();
}
