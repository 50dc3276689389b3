import { setTimeout as sleep } from 'node:timers/promises';
import { keysFrom } from '../../../simulator/profiles';
import { deleteProfile } from '../../stage/webexCampaign';
import { inARow, publishWorkflow, saveWorkflow } from '../../stage/workflow';
import { openScene } from '../scene';

/** Answers when the last node of its workflow is done. */
const webhook = {
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: { httpMethod: 'POST', path: 'burst', responseMode: 'lastNode', options: {} },
	webhookId: 'burst',
};

describe('a burst of webhooks is one job', () => {
	const scene = openScene();
	const keys = keysFrom('9463180000', 200);

	const send = async (key: string) =>
		await fetch(`${scene.url}/webhook/burst`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ key }),
		});

	async function answerTo(key: string): Promise<unknown> {
		let reply = await send(key);
		// An n8n with too much to do says so before it begins an execution ("Database is not ready!").
		for (let i = 0; i < 10 && reply.status === 503; i++) {
			await sleep(1000);
			reply = await send(key);
		}
		return await reply.json();
	}

	it('200 at once against 20 a second: all deleted, few refused, at most ten under way', async () => {
		await scene.simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
		await scene.simulator.change({ throttle: { kind: 'fixed', limit: 20, windowMs: 1000 } });
		const erase = deleteProfile(scene.credentials);
		erase.parameters.key = '={{ $json.body.key }}';
		const links = inARow(webhook.name, erase.name);
		const workflow = await saveWorkflow(scene.api, { name: 'Burst', nodes: [webhook, erase], links });
		await publishWorkflow(scene.api, workflow);

		const answers = await Promise.all(keys.map(answerTo));
		expect(answers).toMatchObject(keys.map((key) => ({ deleted: true, key })));
		const { executed, refused, maxInFlight } = await scene.simulator.totals();
		expect(executed).toBe(200);
		// A fifth or less on a quiet machine. When each run learned by itself, each was refused several times.
		expect(refused).toBeLessThan(100);
		expect(maxInFlight).toBeLessThanOrEqual(10);
	});
});
