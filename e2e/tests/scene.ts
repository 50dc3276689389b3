import type { Simulator } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
import { N8nApi } from '../stage/n8nApi';
import { fieldsFor, saveCredential, type Credentials } from '../stage/webexCampaign';
import { sharedN8n, type SharedN8n } from './sharedN8n';

export interface Scene extends SharedN8n {
	api: N8nApi;
	/** A Webex Campaign for this test file alone, so that its ledger tells of nothing else. */
	simulator: Simulator;
	/** A credential that leads there. */
	credentials: Credentials;
}

/** Call it at the top of a test file; what it returns can be used inside tests. */
export function openScene(): Scene {
	const shared = sharedN8n();
	const scene = { ...shared, api: new N8nApi(shared.url, shared.cookie) } as Scene;
	beforeAll(async () => {
		scene.simulator = await spawnSimulator();
		const fields = fieldsFor(scene.simulator);
		scene.credentials = await saveCredential(scene.api, fields, 'Webex Campaign account');
	});
	afterAll(async () => {
		await scene.simulator.stop();
		// Two live workflows can't share an address, and the next file may publish the same example.
		const workflows = await scene.api.get<Array<{ id: string; active: boolean }>>('/workflows');
		for (const { id, active } of workflows) {
			if (active) await scene.api.post(`/workflows/${id}/deactivate`, {});
		}
	});
	return scene;
}
