import type { INode, INodeExecutionData, ITaskData, NodeExecutionHint } from 'n8n-workflow';
import { connect, deleteNode, makeNode } from './nodes';
import { runWorkflow, type WorkflowResult, type WorkflowRun } from './runWorkflow';

export interface NodeRun extends Pick<WorkflowRun, 'credential' | 'secrets' | 'whileRunning' | 'inItsPlace'> {
	/** The json of each input item. */
	items: object[];
	/** The node's parameters; resource and operation are filled in. */
	parameters?: Record<string, unknown>;
	onError?: INode['onError'];
	/** Other settings of the node, such as `retryOnFail`. */
	settings?: Partial<INode>;
}

/** An error as n8n keeps it: not an instance of its class any more, but still with its name. */
export interface KeptError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context: { itemIndex?: number };
}

export interface NodeOutcome {
	/** What left by the node's success branch; in On Error 'Continue' failed items too. */
	success: INodeExecutionData[];
	/** What left by the error branch. */
	failed: INodeExecutionData[];
	/** The error that stopped the node. */
	error: KeptError | undefined;
	hints: NodeExecutionHint[];
}

export interface NodeResult extends NodeOutcome, WorkflowResult {}

const NAME = 'Webex Campaign';

/** Runs the built node in n8n's own engine, after a node that emits the items. */
export async function runNode(request: NodeRun): Promise<NodeResult> {
	const { items, parameters = {}, onError, settings, ...execution } = request;
	const result = await runWorkflow({
		...execution,
		nodes: [
			makeNode('Source', 'source', { items }),
			deleteNode(NAME, parameters, { ...(onError && { onError }), ...settings }),
		],
		connections: connect({ Source: [[NAME]] }),
	});
	return { ...result, ...outcomeOf(result.tasks[NAME]?.[0]) };
}

/** What one run of a node came to. */
export function outcomeOf(task: ITaskData | undefined): NodeOutcome {
	const [success, failed] = task?.data?.main ?? [];
	return {
		success: success ?? [],
		failed: failed ?? [],
		error: task?.error as KeptError | undefined,
		hints: task?.hints ?? [],
	};
}
