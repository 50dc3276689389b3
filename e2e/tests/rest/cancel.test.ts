import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { keysFrom } from '../../../simulator/profiles';
import { cancelExecution, finished, startExecution } from '../../stage/execution';
import { deleteProfile } from '../../stage/webexCampaign';
import { afterStart, saveWorkflow } from '../../stage/workflow';
import { openScene } from '../scene';

describe('an execution that is cancelled', () => {
	const scene = openScene();

	it('sends nothing more, and one log line tells the counts', async () => {
		await scene.simulator.change({ latency: { ms: 50, jitterMs: 0 } });
		const keys = keysFrom('7000000', 1000);
		await scene.simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
		const node = deleteProfile(scene.credentials, { concurrency: 2 });
		const items = keys.map((key) => ({ key }));
		const workflow = await saveWorkflow(scene.api, afterStart(items, node));

		const id = await startExecution(scene.api, workflow);
		while ((await scene.simulator.totals()).executed < 10) await sleep(20);
		await cancelExecution(scene.api, id);
		expect((await finished(scene.api, id)).status).toBe('canceled');

		await sleep(1000);
		const atOnce = await scene.simulator.totals();
		await sleep(1000);
		const later = await scene.simulator.totals();
		expect(later.requests).toBe(atOnce.requests);
		expect(later.requests).toBeLessThan(1000);

		const log = readFileSync(scene.logFile, 'utf8');
		expect(log).toMatch(/[Cc]ancel.*\b\d+ deleted/);
		expect(log).not.toContain('7000001');
	});
});
