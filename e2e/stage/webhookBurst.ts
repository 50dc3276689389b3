import { setTimeout as sleep } from 'node:timers/promises';
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
export async function postAll(url: string, path: string, keys: readonly string[]): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	const send = async (key: string) =>
		await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ key }),
		});
	const post = async (key: string) => {
		let reply = await send(key);
		// An n8n with too much to do says so before it begins an execution ("Database is not ready!").
		for (let i = 0; i < 10 && reply.status === 503; i++) {
			await sleep(1000);
			reply = await send(key);
		}
		const text = await reply.text();
		const isDeleted = text.startsWith('{"deleted":true') && text.includes(`"key":"${key}"`);
		const answer = isDeleted ? 'deleted' : `HTTP ${reply.status}: ${text.slice(0, 300)}`;
		counts[answer] = (counts[answer] ?? 0) + 1;
	};
	await Promise.all(keys.map(post));
	return counts;
}
