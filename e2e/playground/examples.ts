import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../install/folders';
import type { Credentials } from '../stage/credential';
import { importExample } from '../stage/example';
import type { N8nApi } from '../stage/n8nApi';
import { publishWorkflow, type SavedWorkflow } from '../stage/workflow';

/** Triggers that need nobody outside this machine. */
const triggers = ['n8n-nodes-base.formTrigger', 'n8n-nodes-base.webhook'];

/** Loads every example, and makes those live that wait for a form or a webhook. */
export async function loadExamples(api: N8nApi, credentials: Credentials): Promise<SavedWorkflow[]> {
	const files = readdirSync(join(topFolder, 'examples')).filter((file) => file.endsWith('.json'));
	const workflows: SavedWorkflow[] = [];
	for (const file of files) {
		const workflow = await importExample(api, file, credentials);
		if (workflow.nodes.some(({ type }) => triggers.includes(type))) await publishWorkflow(api, workflow);
		workflows.push(workflow);
	}
	return workflows;
}
