import type { Simulator } from '../../simulator/control';
import { execute } from '../stage/execution';
import type { N8nApi } from '../stage/n8nApi';
import { credentialType, deleteProfile, type Credentials } from '../stage/webexCampaign';
import { inARow, saveWorkflow, start, type WorkflowNode } from '../stage/workflow';

/** What a run came to. */
export interface Run {
	/** How long the node took, by n8n's own clock. */
	milliseconds: number;
	/** Items that left the node with an error. */
	failed: number;
	/** The execution's, as n8n has it. */
	status: string;
}

/** Our node with default settings. */
export const ours = (credentials: Credentials): WorkflowNode =>
	deleteProfile(credentials, {}, { onError: 'continueRegularOutput' });

/** What a user would build without our node: the HTTP Request node with default settings and our credential. */
export const httpRequest = (credentials: Credentials, endpoint: string): WorkflowNode => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${endpoint}/resources/v3/delete`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credentialType,
		sendBody: true,
		bodyParameters: {
			parameters: [
				{ name: 'profile-name', value: 'sampleprofile' },
				{ name: 'key', value: '={{ $json.key }}' },
			],
		},
		options: {},
	},
	credentials,
	onError: 'continueRegularOutput',
});

/** Deletes `count` records that are there with this node, in a new execution. */
export async function run(api: N8nApi, simulator: Simulator, node: WorkflowNode, count: number): Promise<Run> {
	const firstKey = 7_000_000;
	await simulator.addRecords([{ profileName: 'sampleprofile', firstKey: String(firstKey), count }]);
	const workflow = await saveWorkflow(api, {
		name: `${count} deletes`,
		nodes: [start, node],
		links: inARow('Start', node.name),
		pinnedItems: { Start: Array.from({ length: count }, (_, index) => ({ key: `${firstKey + index}` })) },
	});
	const execution = await execute(api, workflow);
	const items = execution.itemsOf(node.name);
	return {
		milliseconds: execution.runsOf(node.name)[0]?.executionTime ?? NaN,
		failed: count - items.filter(({ json }) => json.error === undefined).length,
		status: execution.status,
	};
}
