import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../install/folders';
import type { Credentials } from './credential';
import type { N8nApi } from './n8nApi';
import { publishWorkflow, type SavedWorkflow, type WorkflowNode } from './workflow';

interface ExampleFile {
	name: string;
	nodes: WorkflowNode[];
}

/**
 * Imports an example as n8n's editor does, and chooses the credentials as its notes say.
 *
 * @param change what a builder would enter elsewhere than in the credentials
 */
export async function importExample(
	api: N8nApi,
	fileName: string,
	credentials: Credentials,
	change: (node: WorkflowNode) => void = () => {},
): Promise<SavedWorkflow> {
	const example = JSON.parse(readFileSync(join(topFolder, 'examples', fileName), 'utf8')) as ExampleFile;
	const nodes = example.nodes.map((node) => ({
		id: randomUUID(),
		...node,
		...(node.credentials && { credentials: chosen(node.credentials, credentials) }),
	}));
	nodes.forEach(change);
	return await api.post<SavedWorkflow>('/workflows', { ...example, nodes, active: false });
}

/** Imports an example and makes its triggers live. */
export async function publishExample(api: N8nApi, fileName: string, credentials: Credentials): Promise<SavedWorkflow> {
	const workflow = await importExample(api, fileName, credentials);
	await publishWorkflow(api, workflow);
	return workflow;
}

function chosen(placeholders: Credentials, credentials: Credentials): Credentials {
	const types = Object.keys(placeholders);
	return Object.fromEntries(
		types.map((type) => {
			const credential = credentials[type];
			if (!credential) throw new Error(`The example asks for a credential of type ${type}`);
			return [type, credential];
		}),
	);
}
