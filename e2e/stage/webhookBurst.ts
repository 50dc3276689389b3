import type { N8nApi } from './n8nApi';
import { deleteProfile, type Credentials } from './webexCampaign';
import { inARow, publishWorkflow, saveWorkflow } from './workflow';

/** Publishes Webhook → Delete Profile, which answers when its last node is done, below this path. */
export async function publishWebhook(api: N8nApi, credentials: Credentials, path: string): Promise<void> {
	const webhook = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
		webhookId: path,
	};
	const erase = deleteProfile(credentials);
	erase.parameters.key = '={{ $json.body.key }}';
	const links = inARow('Webhook', 'Delete Profile');
	await publishWorkflow(api, await saveWorkflow(api, { name: path, nodes: [webhook, erase], links }));
}

/** Posts all keys at once. Returns how often each answer came: `deleted`, or what came instead. */
export async function postAll(
	url: string,
	path: string,
	keys: readonly string[],
): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	const post = async (key: string) => {
		const reply = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ key }),
		});
		const text = await reply.text();
		const isDeleted = text.startsWith('{"deleted":true') && text.includes(`"key":"${key}"`);
		const answer = isDeleted ? 'deleted' : `HTTP ${reply.status}: ${text.slice(0, 300)}`;
		counts[answer] = (counts[answer] ?? 0) + 1;
	};
	await Promise.all(keys.map(post));
	return counts;
}
