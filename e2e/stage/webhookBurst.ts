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

/** Posts all keys at once. Returns how many answers say that the profile was deleted. */
export async function postAll(url: string, path: string, keys: readonly string[]): Promise<number> {
	const answers = await Promise.all(
		keys.map(async (key) => {
			const reply = await fetch(`${url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ key }),
			});
			return (await reply.json().catch(() => null)) as { deleted?: boolean; key?: string } | null;
		}),
	);
	return answers.filter((answer, i) => answer?.deleted === true && answer.key === keys[i]).length;
}
