import type { SimulatorAddress } from '../../simulator/control';
import { saveCredentialOf, type Credentials } from './credential';
import type { N8nApi } from './n8nApi';
import type { WorkflowNode } from './workflow';

export const nodeType = 'n8n-nodes-webex-campaign.webexCampaign';
export const credentialType = 'webexCampaignApi';

/** The fields of a credential that leads to a simulator. */
export const fieldsFor = ({ endpoint, apiKey }: SimulatorAddress) => ({
	region: 'custom',
	tenant: '',
	customEndpoint: endpoint,
	apiKey,
});

export type { Credentials };

/** Saves a credential of ours. */
export const saveCredential = async (api: N8nApi, fields: object, name: string): Promise<Credentials> =>
	await saveCredentialOf(api, credentialType, fields, name);

export interface DeleteOptions {
	concurrency?: number;
	dryRun?: boolean;
	ifNotFound?: 'fail' | 'continue';
	maxRetries?: number;
	maxThrottleWait?: number;
	requestTimeout?: number;
}

/** The node as a builder would set it up to delete the key each item brings. */
export const deleteProfile = (
	credentials: Credentials,
	options: DeleteOptions = {},
	settings: Partial<WorkflowNode> = {},
): WorkflowNode => ({
	name: 'Delete Profile',
	type: nodeType,
	typeVersion: 1,
	parameters: {
		resource: 'profile',
		operation: 'delete',
		profileName: { __rl: true, mode: 'name', value: 'sampleprofile' },
		key: '={{ $json.key }}',
		options,
	},
	credentials,
	...settings,
});
