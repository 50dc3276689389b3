import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { invalid } from '../api/checked';
import { NodeParameters } from '../input/parameters';
import { eachItem } from '../output/eachItem';
import type { LastWords } from '../output/lastResort';
import { deleteProfiles, deleteWords } from './profile/delete/execute';

interface Operation {
	/** Returns output items, each linked to its input item. */
	execute(this: IExecuteFunctions): Promise<INodeExecutionData[]>;
	/** For one that changes something: what is said if it throws what no rule foresaw. */
	lastWords?: LastWords;
}

/** What the operations of each resource do: `<resource>.<operation>`. */
const OPERATIONS = new Map<string, Operation>([
	['profile.delete', { execute: deleteProfiles, lastWords: deleteWords }],
]);

/** The operation that the node is set to. One that is not known, as a hand-edited workflow may hold, refuses all items. */
export function operationOf(context: IExecuteFunctions): Operation {
	const parameters = new NodeParameters(context);
	const resource = parameters.resolve('resource', 'Resource', 0);
	const operation = parameters.resolve('operation', 'Operation', 0);
	const name = resource.ok && operation.ok ? `${resource.value}.${operation.value}` : '';
	return OPERATIONS.get(name) ?? { execute: unknownOperation };
}

async function unknownOperation(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const reason = invalid(
		"This node has no such 'Operation'",
		"Nothing was sent. Choose 'Resource' and 'Operation' in the node again.",
	);
	return await eachItem(this, async () => reason);
}
