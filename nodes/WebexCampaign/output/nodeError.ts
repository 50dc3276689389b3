import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import type { Reason } from '../api/checked';

/** A reason as the error that n8n shows. */
export function nodeError(
	node: INode,
	{ message, description, code, httpStatus }: Omit<Reason, 'ok'>,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (code.startsWith('INVALID_')) return new NodeOperationError(node, message, { description, itemIndex });
	// n8n shows it as "Error code": the API's own says more than its HTTP 200.
	const httpCode = /^\d+$/.test(code) ? code : httpStatus?.toString();
	// A plain object: n8n would take message and description from an error with a reply in it.
	return new NodeApiError(
		node,
		{ message, code },
		{ message, description, itemIndex, ...(httpCode ? { httpCode } : {}) },
	);
}
