import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Reason } from '../api/checked';

type Failed = Omit<Reason, 'ok'>;

/**
 * An item with the single top-level key `error`, an object: the one shape that every n8n routes to the error branch and
 * leaves intact. A successful item never has that key.
 *
 * @param more fields of this operation
 */
export const failedItem = (
	{ message, description, code, httpStatus }: Failed,
	item: number,
	more: IDataObject = {},
): INodeExecutionData => ({
	json: { error: { message, description, code, httpStatus, ...more } },
	pairedItem: { item },
});

/** The error that n8n shows if On Error is 'Stop', or in a list of the editor. */
export function nodeError(
	node: INode,
	{ message, description, code, httpStatus }: Failed,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (code.startsWith('INVALID_')) return new NodeOperationError(node, message, { description, itemIndex });
	// n8n shows it as "Error code": the API's own says more than its HTTP 200.
	const httpCode = /^\d+$/.test(code) ? code : httpStatus?.toString();
	// A plain object: n8n would take message and description from an error with a reply in it.
	return new NodeApiError(node, { message, code }, { message, description, itemIndex, httpCode });
}
