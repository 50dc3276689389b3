import { keysFrom } from '../../../simulator/profiles';
import { postAll, publishWebhook } from '../../stage/webhookBurst';
import { openScene } from '../scene';

describe('a burst of webhooks is one job', () => {
	const scene = openScene();
	const keys = keysFrom('9463180000', 200);

	it('200 at once against 20 a second: all deleted, few refused, at most ten under way', async () => {
		await scene.simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
		await scene.simulator.change({ throttle: { kind: 'fixed', limit: 20, windowMs: 1000 } });
		await publishWebhook(scene.api, scene.credentials, 'burst');
		expect(await postAll(scene.url, 'burst', keys)).toEqual({ deleted: 200 });
		const { executed, refused, maxInFlight } = await scene.simulator.totals();
		expect(executed).toBe(200);
		// A fifth or less on a quiet machine. When each run learned by itself, each was refused several times.
		expect(refused).toBeLessThan(100);
		expect(maxInFlight).toBeLessThanOrEqual(10);
	});
});
