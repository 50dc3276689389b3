import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { NodeParameters } from '../input/parameters';
import { eachItem } from '../output/failedItem';
import { invalid } from '../result';
import { deleteProfiles } from './profile/delete/execute';

/** Returns output items, each linked to its input item. */
type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

/** What the operations of each resource do: `<resource>.<operation>`. */
const OPERATIONS = new Map<string, Operation>([['profile.delete', deleteProfiles]]);

/** The operation that the node is set to. With one that is not known, as a hand-edited workflow may hold, each item fails. */
export function operationOf(context: IExecuteFunctions): Operation {
	const parameters = new NodeParameters(context);
	const resource = parameters.resolve('resource', 'Resource', 0);
	const operation = parameters.resolve('operation', 'Operation', 0);
	const name = resource.ok && operation.ok ? `${resource.value}.${operation.value}` : '';
	return OPERATIONS.get(name) ?? unknownOperation;
}

async function unknownOperation(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const message = "This node has no such 'Operation'";
	const description = "Nothing was sent. Choose 'Resource' and 'Operation' in the node again.";
	return await eachItem(this, async () => invalid(message, description));
}
