import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Reason } from '../result';

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

/**
 * Every item fails for one reason. In the Continue modes nothing is thrown, since n8n would send all input items to the
 * success branch.
 *
 * @throws NodeApiError, NodeOperationError if On Error is 'Stop'
 */
export function failEveryItem(context: IExecuteFunctions, reason: Reason): INodeExecutionData[] {
	if (!context.continueOnFail()) throw nodeError(context.getNode(), reason, 0);
	return context.getInputData().map((_, item) => failedItem(reason, item));
}
