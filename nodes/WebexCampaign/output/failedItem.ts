import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Refusal, Result } from '../result';

/** What is told of a failed item of any operation. */
export type FailureText = Omit<Refusal, 'ok'>;

/**
 * An item with the top-level key `error`, an object. Alone it is the one shape that every n8n routes to the error branch
 * and leaves intact. A successful item never has that key.
 *
 * @param more fields of this operation in `error`
 * @param columns fields beside `error`, for On Error 'Continue': there all items leave together, and a table has no holes
 */
export const failedItem = (
	{ message, description, code, httpStatus }: FailureText,
	item: number,
	more: IDataObject = {},
	columns: IDataObject = {},
): INodeExecutionData => ({
	json: { ...columns, error: { message, description, code, httpStatus, ...more } },
	pairedItem: { item },
});

/** The error that n8n shows if On Error is 'Stop', or in a list of the editor. */
export function nodeError(
	node: INode,
	{ message, description, code, httpStatus }: FailureText,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (code.startsWith('INVALID_')) return new NodeOperationError(node, message, { description, itemIndex });
	// n8n shows it as "Error code": the API's own says more than its HTTP 200.
	const httpCode = /^\d+$/.test(code) ? code : httpStatus?.toString();
	// A plain object: n8n would take message and description from an error with a reply in it.
	return new NodeApiError(node, { message, code }, { message, description, itemIndex, httpCode });
}

/**
 * What is told if something was thrown that no rule foresaw. Its own message may hold the API key, so it is not shown: where
 * it came from tells the makers more.
 */
export const unforeseenText = (thrown: unknown): FailureText => ({
	message: 'The node came to an unforeseen end',
	description: `Please report this to the makers of the node. Technical detail: ${originOf(thrown)}.`,
	code: 'RUN_STOPPED',
	httpStatus: null,
});

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
	const isCancelled = () => context.getExecutionCancelSignal?.()?.aborted;
	const settle = async (item: number) => (isCancelled() ? undefined : await resultsOf(item));
	for (let item = 0; item < items; item++) {
		const results = await settle(item).catch((thrown) => ({ ok: false as const, ...unforeseenText(thrown) }));
		if (!results) break;
		if (!results.ok && !context.continueOnFail()) throw nodeError(context.getNode(), results, item);
		output.push(
			results.ok ? results.value.map((json) => ({ json, pairedItem: { item } })) : [failedItem(results, item)],
		);
	}
	return output.flat();
}
