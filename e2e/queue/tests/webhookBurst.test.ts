import { fieldsFor, saveCredential } from '../../stage/webexCampaign';
import { postAll, publishWebhook } from '../../stage/webhookBurst';
import { openStageForTests } from '../stage';

describe('a burst of webhooks in queue mode: each worker has a lane of its own', () => {
	const stage = openStageForTests(2);

	it('200 at once against 20 a second: none fails', async () => {
		const { queueMode, simulator } = stage;
		const keys = await stage.begin(200, { throttle: { kind: 'fixed', limit: 20, windowMs: 1000 } });
		const credentials = await saveCredential(queueMode.api, fieldsFor(simulator), 'burst');
		await publishWebhook(queueMode.api, credentials, 'burst');
		expect(await postAll(queueMode.main.url, 'burst', keys)).toEqual({ deleted: 200 });
		const { executed, maxInFlight } = await simulator.totals();
		expect(executed).toBe(200);
		expect(maxInFlight).toBeLessThanOrEqual(20);
	});
});
