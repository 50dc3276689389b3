import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nApi } from './n8nApi';

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	[setting: string]: unknown;
}

/** A connection from one node's output to another node's input. */
export interface Link {
	from: string;
	to: string;
	output?: number;
	input?: number;
	/** `main`, or a kind that AI nodes have. */
	kind?: string;
}

export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	links: Link[];
	/** What a node's output is taken to be in a manual run, instead of running the node. */
	pinnedItems?: Record<string, object[]>;
}

export interface SavedWorkflow {
	id: string;
	name: string;
	versionId: string;
	nodes: WorkflowNode[];
}

export const start: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/** The end of a branch. */
export const noOperation = (name: string, y = 0): WorkflowNode => ({
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [480, y],
	parameters: {},
});

/** Links for nodes that follow each other. */
export const inARow = (...names: string[]): Link[] =>
	names.slice(1).map((to, index) => ({ from: names[index] as string, to }));

/** Start, and then these nodes in a row; `items` is what they get in a manual run. */
export const afterStart = (items: object[], ...nodes: WorkflowNode[]): Workflow => {
	const all = [start, ...nodes];
	return {
		name: nodes[0]!.name,
		nodes: all,
		links: inARow(...all.map(({ name }) => name)),
		pinnedItems: { [start.name]: items },
	};
};

/** Saves a workflow in the form in which n8n's editor would. */
export async function saveWorkflow(api: N8nApi, workflow: Workflow): Promise<SavedWorkflow> {
	return await api.post('/workflows', {
		name: workflow.name,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: workflow.nodes.map((node, index) => ({ id: randomUUID(), position: [index * 224, 0], ...node })),
		connections: connectionsOf(workflow.links),
		pinData: Object.fromEntries(
			Object.entries(workflow.pinnedItems ?? {}).map(([name, items]) => [name, items.map((json) => ({ json }))]),
		),
	});
}

/** Makes a workflow's triggers live ("publish" in 2.x, "activate" in 1.x) and waits until they are. */
export async function publishWorkflow(api: N8nApi, { id, versionId }: SavedWorkflow): Promise<void> {
	await api.post(`/workflows/${id}/activate`, { versionId });
	for (;;) {
		// Releases without this route have the triggers ready when they answer the first request.
		const now = await api.get<{ status: string }>(`/workflows/${id}/publication-status`).catch(() => null);
		if (now?.status !== 'in_progress') return;
		await sleep(100);
	}
}

function connectionsOf(links: Link[]) {
	type Target = { node: string; type: string; index: number };
	const connections: Record<string, Record<string, Target[][]>> = {};
	for (const { from, to, output = 0, input = 0, kind = 'main' } of links) {
		const outputs = ((connections[from] ??= {})[kind] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: kind, index: input });
	}
	return connections;
}
