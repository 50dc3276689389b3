import { executeNode } from '../../stage/execution';
import { credentialType } from '../../stage/webexCampaign';
import type { WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';

describe('the HTTP Request node with our credential', () => {
	const scene = openScene();

	const request = async (url: string, body: object = {}) => {
		const node: WorkflowNode = {
			name: 'HTTP Request',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: credentialType,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: JSON.stringify(body),
			},
			credentials: scene.credentials,
		};
		return await executeNode(scene.api, node);
	};
	const strayBearers = async () =>
		(await scene.simulator.arrivals()).stray.filter(({ authorization }) => authorization !== null);

	it('reaches the endpoint', async () => {
		const body = { 'profile-name': 'sampleprofile', key: '9463183901' };
		const execution = await request(`${scene.simulator.endpoint}/resources/v3/delete`, body);
		expect(execution.itemsOf('HTTP Request')[0]?.json).toEqual({ 'transaction-id': expect.any(String) });
	});

	it("can't send the key to another origin", async () => {
		const execution = await request(`${scene.simulator.elsewhere}/collect`);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toContain('the API key is not sent to another address');
		expect(await strayBearers()).toEqual([]);
	});

	it("can't be led to another origin by a redirect", async () => {
		await scene.simulator.change({ faults: [{ fault: 'redirect' }] });
		await request(`${scene.simulator.endpoint}/resources/v3/delete`, { key: '9463183902' });
		expect(await strayBearers()).toEqual([]);
	});
});
