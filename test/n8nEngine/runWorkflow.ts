import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IConnections,
	type INode,
	type INodeType,
	type INodeTypes,
	type IRun,
	type ITaskData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentialsHelper, type CredentialSource } from './credentialsHelper';
import { takeLogLines, type LogLine } from './logs';
import { loadBuiltPackage, NODE_TYPE } from './nodeTypes';
import { assertHoldsNone } from './secrets';

export interface WorkflowRun {
	/** The first one starts the workflow. */
	nodes: INode[];
	connections: IConnections;
	credential?: CredentialSource;
	/** What may be shown nowhere: in no item, error, hint or log line. */
	secrets?: string[];
	/** Makes another node type to run instead of the built one. */
	inItsPlace?: (built: INodeType) => INodeType;
	/** Called as soon as the execution runs, with a function that cancels it. */
	whileRunning?: (cancel: () => void) => Promise<void>;
}

export interface WorkflowResult {
	/** All that n8n keeps of the execution. */
	run: IRun;
	/** Each run of each node. */
	tasks: Record<string, ITaskData[]>;
	logs: LogLine[];
}

/** The parts of n8n around its engine, as far as the engine needs them. */
export async function additionalDataFor(credential: CredentialSource | undefined, nodes: INode[]) {
	const { credentialType } = await loadBuiltPackage();
	return {
		hooks: new ExecutionLifecycleHooks('manual', '1', { id: 'workflow', nodes } as never),
		executionId: '1',
		credentialsHelper: credentialsHelper(credentialType, credential),
		variables: {},
		setExecutionStatus() {},
		sendDataToUI() {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		webhookBaseUrl: 'http://localhost/webhook',
		instanceBaseUrl: 'http://localhost/',
	} as unknown as IWorkflowExecuteAdditionalData;
}

export async function makeWorkflow(
	nodes: INode[],
	connections: IConnections = {},
	inItsPlace: WorkflowRun['inItsPlace'] = (built) => built,
): Promise<Workflow> {
	const { nodeTypes } = await loadBuiltPackage();
	const settings = { executionOrder: 'v1' } as const;
	return new Workflow({
		id: 'workflow',
		nodes,
		connections,
		nodeTypes: replaced(nodeTypes, inItsPlace),
		active: false,
		settings,
	});
}

function replaced(nodeTypes: INodeTypes, inItsPlace: (built: INodeType) => INodeType): INodeTypes {
	const other = inItsPlace(nodeTypes.getByNameAndVersion(NODE_TYPE));
	const getByNameAndVersion = (type: string) => (type === NODE_TYPE ? other : nodeTypes.getByNameAndVersion(type));
	return { ...nodeTypes, getByNameAndVersion };
}

/**
 * Runs a workflow in n8n's own engine, with the built node in it.
 *
 * @throws Error if a secret is in what n8n keeps of the execution, or in its log
 */
export async function runWorkflow(request: WorkflowRun): Promise<WorkflowResult> {
	const { nodes, connections, credential, secrets = [], whileRunning } = request;
	const workflow = await makeWorkflow(nodes, connections, request.inItsPlace);
	const engine = new WorkflowExecute(await additionalDataFor(credential, nodes), 'manual');
	takeLogLines();
	const execution = start(engine, workflow, nodes[0]!);
	await whileRunning?.(() => execution.cancel());
	const run = await execution;
	const logs = takeLogLines();
	assertHoldsNone(secrets, 'run data', run);
	assertHoldsNone(secrets, 'log', logs);
	return { run, tasks: run.data.resultData.runData, logs };
}

/** n8n-core 1.x takes the arguments by position. */
function start(engine: WorkflowExecute, workflow: Workflow, startNode: INode) {
	const byName = /^(async )?run\(\s*\{/.test(engine.run.toString());
	const run = engine.run.bind(engine) as (...args: unknown[]) => ReturnType<WorkflowExecute['run']>;
	return byName ? run({ workflow, startNode }) : run(workflow, startNode);
}
