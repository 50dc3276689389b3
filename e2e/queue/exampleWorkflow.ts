import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../install/folders';
import type { N8nApi } from '../stage/n8nApi';
import type { Credentials } from '../stage/webexCampaign';
import type { SavedWorkflow, WorkflowNode } from '../stage/workflow';

/**
 * Saves a workflow of `examples/`, with credentials that exist here.
 *
 * @param fields what a builder would enter into Edit Fields nodes instead of the example's values, by field name
 */
export async function saveExample(
	api: N8nApi,
	name: string,
	credentials: Credentials,
	fields: Record<string, unknown> = {},
): Promise<SavedWorkflow> {
	const file = join(topFolder, 'examples', `${name}.json`);
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as { nodes: WorkflowNode[] };
	for (const node of workflow.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			node.credentials = { ...node.credentials, [type]: credentials[type]! };
		}
		for (const field of editFields(node)) field.value = fields[field.name] ?? field.value;
	}
	return await api.post('/workflows', { ...workflow, active: false });
}

function editFields({ type, parameters }: WorkflowNode): Array<{ name: string; value: unknown }> {
	if (type !== 'n8n-nodes-base.set') return [];
	const { assignments } = parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	return assignments;
}
