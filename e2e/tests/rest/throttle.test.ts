import { keysFrom } from '../../../simulator/profiles';
import { executeNode } from '../../stage/execution';
import { deleteProfile } from '../../stage/webexCampaign';
import { openScene } from '../scene';

// Far fewer a second than n8n can send on the slowest machine.
const count = 500;
const limit = 50;

describe('500 items against a throttle of 50 a second', () => {
	const scene = openScene();

	it('are all deleted with default settings, and the hint tells of the waits', async () => {
		const keys = keysFrom('7000000', count);
		await scene.simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
		await scene.simulator.change({ throttle: { kind: 'fixed', limit, windowMs: 1000 } });
		const node = deleteProfile(scene.credentials);
		const items = keys.map((key) => ({ key }));
		const execution = await executeNode(scene.api, node, items);

		expect(execution.status).toBe('success');
		expect(execution.itemsOf(node.name).filter(({ json }) => json.deleted)).toHaveLength(count);
		const { executed, refused } = await scene.simulator.totals();
		expect(executed).toBe(count);
		expect(refused).toBeGreaterThan(0);
		expect(execution.runsOf(node.name)[0]?.hints?.[0]?.message).toContain('throttle');
	});
});
