import type { Simulator } from '../../simulator/control';
import { runNode, type NodeResult } from '../../test/n8nEngine/runNode';
import { CONTACTS, KEY_OF_LOST_REPLY, PROFILE_NAME } from './contacts';

/** Runs the workflow "contacts → Delete Profile, On Error: Continue (using error output)" in n8n's own engine. */
export async function deleteContacts(campaign: Simulator): Promise<NodeResult> {
	await campaign.change({
		latency: { ms: 40, jitterMs: 20 },
		faults: [{ fault: 'lost', executed: true, keys: `^${KEY_OF_LOST_REPLY}$`, times: 1 }],
	});
	return await runNode({
		items: CONTACTS,
		parameters: {
			profileName: { __rl: true, mode: 'name', value: PROFILE_NAME },
			key: '={{ $json.mobile }}',
			auditParameters: { exparam1: '={{ $json.ticket }}', exparam2: 'Erasure on request' },
		},
		credential: { region: 'custom', customEndpoint: campaign.endpoint, apiKey: campaign.apiKey },
		secrets: [campaign.apiKey],
		onError: 'continueErrorOutput',
	});
}
