import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Reason } from '../api/checked';

/**
 * The single top-level key `error`, an object: the one shape that every n8n routes to the error branch and leaves intact.
 * A successful item never has that key.
 *
 * @param more fields of this operation
 */
export const failedItem = (
	{ message, description, code, httpStatus }: Omit<Reason, 'ok'>,
	item: number,
	more: IDataObject = {},
): INodeExecutionData => ({
	json: { error: { message, description, code, httpStatus, ...more } },
	pairedItem: { item },
});
