import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'flatted';
import type { N8nApi } from './n8nApi';
import { afterStart, saveWorkflow, type SavedWorkflow, type WorkflowNode } from './workflow';

export interface NodeError {
	message: string;
	description?: string | null;
}

export interface Item {
	json: Record<string, unknown>;
	pairedItem?: unknown;
}

/** One run of one node. */
export interface NodeRun {
	executionTime: number;
	error?: NodeError;
	hints?: Array<{ message: string }>;
	data?: Record<string, Array<Item[] | null>>;
}

export interface Execution {
	id: string;
	status: string;
	error?: NodeError;
	runsOf: (node: string) => NodeRun[];
	/** The items of a node's last run that left by an output, from 0. */
	itemsOf: (node: string, output?: number) => Item[];
	/** Everything n8n saved of it, as text. */
	saved: string;
}

/** Saved when an execution begins. n8n 1.123 on SQLite writes its end in two steps, the status before the data. */
const NOTHING_YET = '[]';

const unfinished = ['new', 'running', 'waiting'];

/** Starts a run as the editor's Execute button does. Returns its id. */
export async function startExecution(api: N8nApi, workflow: SavedWorkflow, triggerNode = 'Start'): Promise<string> {
	// 2.41 reads the saved workflow; older releases run the one that is sent along.
	const body = { workflowData: workflow, triggerToStartFrom: { name: triggerNode } };
	const { executionId } = await api.post<{ executionId: string }>(`/workflows/${workflow.id}/run`, body);
	return executionId;
}

/** Runs a workflow as the editor's Execute button does, to its end. */
export async function execute(api: N8nApi, workflow: SavedWorkflow, triggerNode?: string): Promise<Execution> {
	return await finished(api, await startExecution(api, workflow, triggerNode));
}

/** Runs a node over these items. */
export const executeNode = async (api: N8nApi, node: WorkflowNode, items: object[] = [{}]): Promise<Execution> =>
	await execute(api, await saveWorkflow(api, afterStart(items, node)));

export const cancelExecution = async (api: N8nApi, id: string) => await api.post(`/executions/${id}/stop`);

/** Waits for an execution to end. @throws if it goes on for longer than `seconds`. */
export async function finished(api: N8nApi, id: string, seconds = 120): Promise<Execution> {
	return await whenStatus(api, id, (status) => !unfinished.includes(status), seconds);
}

/** Waits for an execution's status. @throws if it does not come within `seconds`. */
export async function whenStatus(
	api: N8nApi,
	id: string,
	holds: (status: string) => boolean,
	seconds = 120,
): Promise<Execution> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const { status, data } = await api.get<{ status: string; data: string }>(`/executions/${id}`);
		if (holds(status) && data !== NOTHING_YET) return readExecution(id, status, data);
		if (Date.now() > deadline) throw new Error(`Execution ${id} is still '${status}' after ${seconds} s`);
		await sleep(100);
	}
}

function readExecution(id: string, status: string, saved: string): Execution {
	interface RunExecutionData {
		resultData: { error?: NodeError; runData: Record<string, NodeRun[]> };
	}
	const { resultData } = parse(saved) as RunExecutionData;
	const runsOf = (node: string) => resultData.runData[node] ?? [];
	return {
		id,
		status,
		error: resultData.error,
		runsOf,
		itemsOf: (node, output = 0) => runsOf(node).at(-1)?.data?.main?.[output] ?? [],
		saved,
	};
}
