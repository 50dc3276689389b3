import type { DynamicStructuredTool } from '@langchain/core/tools';
import {
	NodeConnectionTypes,
	type EngineRequest,
	type EngineResponse,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

/** One call of a tool, as a model would ask for it. */
export interface ToolCall {
	/** Name of the tool's node: letters only, so that n8n gives the tool the same name. */
	tool: string;
	arguments: Record<string, string>;
}

/** What the model is told after a call: the tool's result, or the text of its error. */
export interface ToolReply {
	result?: unknown;
	error?: string;
}

interface AgentParameters {
	calls: ToolCall[];
	/** n8n runs a tool in one of two ways: the agent asks the engine to, or calls it as its sub-node. */
	toolsRunBy: 'engine' | 'agent';
}

/** Stands for an AI agent with a scripted model: makes the calls of its parameter and emits one item for each reply. */
export const agent = {
	description: {
		inputs: [{ type: NodeConnectionTypes.Main }, { type: NodeConnectionTypes.AiTool, displayName: 'Tool' }],
	},
	async execute(this: IExecuteFunctions, response?: EngineResponse): Promise<INodeExecutionData[][] | EngineRequest> {
		const { calls, toolsRunBy } = this.getNode().parameters as unknown as AgentParameters;
		if (toolsRunBy === 'agent') return asItems(await callSubNodes(this, calls));
		if (!response?.actionResponses.length) return requestTo(calls);
		return asItems(
			response.actionResponses.map(({ data }) => {
				const json = data.data?.ai_tool?.[0]?.[0]?.json ?? {};
				return typeof json.error === 'string' ? { error: json.error } : { result: json };
			}),
		);
	},
};

const asItems = (replies: ToolReply[]): INodeExecutionData[][] => [
	replies.map((reply) => ({ json: { reply: { ...reply } } as never, pairedItem: { item: 0 } })),
];

const requestTo = (calls: ToolCall[]): EngineRequest => ({
	actions: calls.map(({ tool, arguments: input }, i) => ({
		actionType: 'ExecutionNodeAction',
		nodeName: tool,
		input,
		type: NodeConnectionTypes.AiTool,
		id: `call ${i}`,
		metadata: { itemIndex: 0 },
	})),
	metadata: {},
});

const FAILED = /^Error during node execution ?: /;

async function callSubNodes(context: IExecuteFunctions, calls: ToolCall[]): Promise<ToolReply[]> {
	const tools = (await context.getInputConnectionData('ai_tool', 0)) as DynamicStructuredTool[];
	const call = async ({ tool, arguments: input }: ToolCall): Promise<ToolReply> => {
		const named = tools.find(({ name }) => name === tool)!;
		try {
			const told = (await named.invoke(input)) as string;
			// n8n 1.118 tells a failure as text instead of throwing it.
			if (FAILED.test(told)) return { error: told.replace(FAILED, '') };
			const [result] = JSON.parse(told) as unknown[];
			return { result };
		} catch (thrown) {
			return { error: (thrown as Error).message };
		}
	};
	return await Promise.all(calls.map(call));
}
