import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { NODE_TYPE } from './nodeTypes';

/** A node as it is saved in a workflow. */
export function makeNode(name: string, type: string, parameters: object = {}, settings?: Partial<INode>): INode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INodeParameters,
		...settings,
	};
}

const OUR_CREDENTIAL = { webexCampaignApi: { id: '1', name: 'Webex Campaign API' } };

/** A 'Delete Profile' node, with a credential. */
export const deleteNode = (
	name: string,
	parameters: object,
	{ type = NODE_TYPE, ...settings }: Partial<INode> = {},
): INode =>
	makeNode(
		name,
		type,
		{ resource: 'profile', operation: 'delete', ...parameters },
		{ credentials: OUR_CREDENTIAL, ...settings },
	);

/** Main connections, written as `{ Source: [['A', 'B']] }`: a list of nodes for each output. */
export const connect = (targets: Record<string, string[][]>): IConnections =>
	Object.fromEntries(
		Object.entries(targets).map(([from, outputs]) => [
			from,
			{ main: outputs.map((names) => names.map((node) => ({ node, type: 'main' as const, index: 0 }))) },
		]),
	);
