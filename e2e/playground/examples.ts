import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../install/folders';
import type { Credentials } from '../stage/credential';
import { importExample } from '../stage/example';
import type { N8nApi } from '../stage/n8nApi';
import { publishWorkflow, type SavedWorkflow, type WorkflowNode } from '../stage/workflow';

/** Triggers that need nobody outside this machine. */
const triggers = ['n8n-nodes-base.formTrigger', 'n8n-nodes-base.webhook'];

/**
 * The examples for several workers have data tables of their own here, so that each example has a list to run. Their
 * names do not hold those of the others: n8n takes any table whose name holds the one it looks for.
 */
const workerExamples = ['erase-list-parent.json', 'erase-batch-child.json'];
export const forWorkers = (text: string) => text.replaceAll(/Erasure (list|outcomes)/g, 'Workers: $1');

/** Loads every example that is not there yet, and makes those live that wait for a form or a webhook. */
export async function loadExamples(api: N8nApi, credentials: Credentials): Promise<SavedWorkflow[]> {
	const files = readdirSync(join(topFolder, 'examples')).filter((file) => file.endsWith('.json'));
	const there = await api.get<SavedWorkflow[]>('/workflows');
	const workflows: SavedWorkflow[] = [];
	for (const file of files) {
		const { name } = JSON.parse(readFileSync(join(topFolder, 'examples', file), 'utf8')) as { name: string };
		const kept = there.find((workflow) => workflow.name === name);
		if (kept) {
			workflows.push(kept);
			continue;
		}
		const workflow = await importExample(api, file, credentials, (node) => {
			if (!workerExamples.includes(file)) return;
			node.parameters = JSON.parse(forWorkers(JSON.stringify(node.parameters))) as WorkflowNode['parameters'];
		});
		if (workflow.nodes.some(({ type }) => triggers.includes(type))) await publishWorkflow(api, workflow);
		workflows.push(workflow);
	}
	return workflows;
}
