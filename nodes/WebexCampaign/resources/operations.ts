import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { invalid } from '../input/checked';
import { allItemsInvalid } from '../output/invalidItems';
import { deleteProfiles } from './profile/delete/execute';

/** Returns one output item for each input item. */
type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

/** What the operations of each resource do: `<resource>.<operation>`. */
const OPERATIONS = new Map<unknown, Operation>([['profile.delete', deleteProfiles]]);

/** The operation that the node is set to. One that is not known, as a hand-edited workflow may hold, refuses all items. */
export function operationOf(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0, null);
	const operation = context.getNodeParameter('operation', 0, null);
	return OPERATIONS.get(`${String(resource)}.${String(operation)}`) ?? unknownOperation;
}

async function unknownOperation(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const reason = invalid(
		"This node has no such 'Operation'",
		"Nothing was sent. Choose 'Resource' and 'Operation' in the node again.",
	);
	return allItemsInvalid(this, 'INVALID_PARAMETER', reason);
}
