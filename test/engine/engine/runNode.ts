import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
} from 'n8n-workflow';

import { credentialsHelper, type CredentialSource } from './credentialsHelper';
import { loadBuiltPackage } from './nodeTypes';

export interface NodeRun {
	/** The json of each input item. */
	items: object[];
	/** The node's parameters; the operation is filled in. */
	parameters?: Record<string, unknown>;
	/** Left out: the node has no credential. */
	credential?: CredentialSource;
	onError?: INode['onError'];
	/** Other settings of the node, such as `retryOnFail`. */
	settings?: Partial<INode>;
	/** Called with a function that cancels the execution. */
	whileRunning?: (cancel: () => void) => Promise<void>;
}

export interface NodeResult {
	success: INodeExecutionData[];
	failed: INodeExecutionData[];
	/** The error that stopped the node. */
	error?: Error & { description?: string; httpCode?: string; context?: { itemIndex?: number } };
	hints: NodeExecutionHint[];
	/** The whole of what n8n keeps of the execution. */
	run: IRun;
}

/** Runs the built node in n8n's own engine, after a node that emits the items. */
export async function runNode(request: NodeRun): Promise<NodeResult> {
	const { nodeTypes, credentialType } = await loadBuiltPackage();
	const node: INode = {
		id: '2',
		name: 'Webex Campaign',
		type: 'n8n-nodes-webex-campaign.webexCampaign',
		typeVersion: 1,
		position: [200, 0],
		parameters: { resource: 'profile', operation: 'delete', ...request.parameters } as INode['parameters'],
		...(request.credential
			? { credentials: { webexCampaignApi: { id: '1', name: 'Webex Campaign API' } } }
			: {}),
		...(request.onError ? { onError: request.onError } : {}),
		...request.settings,
	};
	const source: INode = {
		id: '1',
		name: 'Source',
		type: 'source',
		typeVersion: 1,
		position: [0, 0],
		parameters: { items: request.items as never },
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [source, node],
		connections: { Source: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		nodeTypes,
		active: false,
		settings: { executionOrder: 'v1' },
	});
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', '1', { id: 'workflow', nodes: [source, node] } as never),
		executionId: '1',
		credentialsHelper: credentialsHelper(credentialType, request.credential),
		variables: {},
		setExecutionStatus() {},
		sendDataToUI() {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		webhookBaseUrl: 'http://localhost/webhook',
		instanceBaseUrl: 'http://localhost/',
	} as unknown as IWorkflowExecuteAdditionalData;

	const execution = start(new WorkflowExecute(additionalData, 'manual'), workflow, source);
	await request.whileRunning?.(() => execution.cancel());
	const run = await execution;
	const task = run.data.resultData.runData[node.name]?.[0];
	return {
		success: task?.data?.main?.[0] ?? [],
		failed: task?.data?.main?.[1] ?? [],
		error: task?.error as NodeResult['error'],
		hints: task?.hints ?? [],
		run,
	};
}

/** n8n-core 1.x takes the arguments by position. */
function start(engine: WorkflowExecute, workflow: Workflow, startNode: INode) {
	const byName = /^(async )?run\(\s*\{/.test(engine.run.toString());
	const run = engine.run.bind(engine) as (...args: unknown[]) => ReturnType<WorkflowExecute['run']>;
	return byName ? run({ workflow, startNode }) : run(workflow, startNode);
}
