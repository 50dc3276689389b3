import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../install/folders';
import type { N8nApi } from '../stage/n8nApi';
import type { SavedWorkflow, WorkflowNode } from '../stage/workflow';

/** The examples name credentials and hold none: n8n takes the one credential that has the name. */
export async function saveNamedCredential(
	api: N8nApi,
	name: string,
	type: string,
	data: object,
): Promise<void> {
	for (const saved of await api.get<Array<{ id: string; name: string }>>('/credentials')) {
		if (saved.name === name) await api.delete(`/credentials/${saved.id}`);
	}
	await api.post('/credentials', { name, type, data });
}

/** Imports a workflow of examples/ as it is. */
export async function importExample(api: N8nApi, file: string): Promise<SavedWorkflow> {
	const example = JSON.parse(readFileSync(join(topFolder, 'examples', file), 'utf8')) as {
		nodes: WorkflowNode[];
	};
	return await api.post('/workflows', example);
}
