import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topFolder } from '../install/folders';
import { saveCredentialOf, type Credentials } from './credential';
import type { N8nApi } from './n8nApi';
import { publishWorkflow, type SavedWorkflow, type WorkflowNode } from './workflow';

export const formLogin = { user: 'office', password: 'erase-with-care' };
export const crmSecret = { name: 'X-CRM-Secret', value: 'only-the-crm-knows' };
const hubSpotApp = { clientId: 'none', clientSecret: 'none', apiKey: 'none', appId: '1700001' };

/** What the examples' forms, webhooks and triggers ask for beside a credential of ours. */
export const saveExampleCredentials = async (api: N8nApi): Promise<Credentials> => ({
	...(await saveCredentialOf(api, 'httpBasicAuth', formLogin, 'Erasure form login')),
	...(await saveCredentialOf(api, 'httpHeaderAuth', crmSecret, 'CRM webhook secret')),
	...(await saveCredentialOf(api, 'hubspotDeveloperApi', hubSpotApp, 'HubSpot app that is not there')),
});

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
