import type { Simulator } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
import { N8nApi } from '../stage/n8nApi';
import { fieldsFor, saveCredential, type Credentials } from '../stage/webexCampaign';

/** What all test files share: one n8n, started before them by runTests.ts. */
export interface SharedN8n {
	release: string;
	url: string;
	cookie: string;
	logFile: string;
	/** The packed node, which is installed there. */
	tarball: string;
}

/** The environment variable in which test files find it. */
export const sharedVariable = 'WEBEX_E2E_N8N';

export function sharedN8n(): SharedN8n {
	const shared = process.env[sharedVariable];
	if (!shared) throw new Error('The tests in here are run by npm run test:e2e, which starts n8n first.');
	return JSON.parse(shared) as SharedN8n;
}

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
