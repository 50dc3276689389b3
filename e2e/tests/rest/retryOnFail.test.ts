import { executeNode } from '../../stage/execution';
import { deleteProfile } from '../../stage/webexCampaign';
import { openScene } from '../scene';

const keys = ['9463183901', '9463183902', '9463183903', '9463183904'];

describe('Retry On Fail', () => {
	const scene = openScene();

	it('resumes: what the first try deleted is not sent again', async () => {
		// One request at a time and no retries of our own: the first try ends at the third key.
		await scene.simulator.change({ faults: [{ fault: 'failure', keys: '03$', firstAsks: 1 }] });
		const node = deleteProfile(
			scene.credentials,
			{ concurrency: 1, maxRetries: 0 },
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		);
		const items = keys.map((key) => ({ key }));
		const execution = await executeNode(scene.api, node, items);

		expect(execution.itemsOf(node.name).map(({ json }) => [json.key, json.status])).toEqual(
			keys.map((key) => [key, 'deleted']),
		);
		const ledger = await scene.simulator.ledger();
		expect(ledger.map(({ key, asked, executed }) => [key, asked, executed])).toEqual([
			['9463183901', 1, 1],
			['9463183902', 1, 1],
			['9463183903', 2, 1],
			['9463183904', 1, 1],
		]);
	});
});
