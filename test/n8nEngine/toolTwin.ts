import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';

/** The tool that n8n makes of a node with `usableAsTool`: the same code, described as a sub-node of an AI agent. */
export function toolTwin(nodeType: INodeType): INodeType {
	const { usableAsTool: _, ...description } = nodeType.description;
	return {
		...nodeType,
		execute: nodeType.execute,
		description: {
			...description,
			name: `${description.name}Tool`,
			displayName: `${description.displayName} Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
			properties: [
				{
					displayName: 'Description',
					name: 'toolDescription',
					type: 'string',
					default: description.description,
					required: true,
				},
				...description.properties,
			],
		},
	};
}
