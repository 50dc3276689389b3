import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { NodeParameters } from '../input/parameters';
import { invalid } from '../result';
import { failEveryItem } from './failedItem';
import { deleteProfiles } from './profile/delete/execute';
import { unforeseen } from './profile/failureTexts';

/** Returns output items, each linked to its input item. */
type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

/** What the operations of each resource do: `<resource>.<operation>`. */
const OPERATIONS = new Map<string, Operation>([['profile.delete', deleteProfiles]]);

/**
 * Runs the operation that the node is set to. With one that is not known, as a hand-edited workflow may hold, each item
 * fails; so it does if the operation throws anything but an error for On Error 'Stop'.
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const parameters = new NodeParameters(context);
	const resource = parameters.resolve('resource', 'Resource', 0);
	const operation = parameters.resolve('operation', 'Operation', 0);
	const name = resource.ok && operation.ok ? `${resource.value}.${operation.value}` : '';
	return await (OPERATIONS.get(name) ?? unknownOperation).call(context).catch((thrown) => {
		const isMeant = thrown instanceof NodeApiError || thrown instanceof NodeOperationError;
		if (isMeant && !context.continueOnFail()) throw thrown;
		return failEveryItem(context, unforeseen(thrown));
	});
}

async function unknownOperation(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const message = "This node has no such 'Operation'";
	const description = "Nothing was sent. Choose 'Resource' and 'Operation' in the node again.";
	return failEveryItem(this, invalid(message, description));
}
