import { keysFrom } from '../../simulator/profiles';
import { spawnSimulator } from '../../simulator/spawn';
import type { SimulatorOptions } from '../../simulator/server';
import { installN8n } from '../install/n8nRelease';
import { packNode } from '../install/packedNode';
import { currentRelease } from '../releases';
import { executeNode } from '../stage/execution';
import { openN8nWithNode } from '../stage/n8nWithNode';
import { credentialType, deleteProfile, fieldsFor, saveCredential } from '../stage/webexCampaign';
import type { WorkflowNode } from '../stage/workflow';

/** What a run came to. */
export interface Run {
	/** How long the node took, by n8n's own clock. */
	milliseconds: number;
	/** Items that left the node with an error. */
	failed: number;
	/** The execution's, as n8n has it. */
	status: string;
}

/** A full n8n, a Webex Campaign, and two nodes that delete in it. */
export async function openContenders(options: SimulatorOptions = {}, environment: NodeJS.ProcessEnv = {}) {
	const { n8n, api } = await openN8nWithNode(await installN8n(currentRelease), await packNode(), environment);
	const simulator = await spawnSimulator(options);
	const credentials = await saveCredential(api, fieldsFor(simulator), 'Simulator');
	const onError = 'continueRegularOutput' as const;

	/** Our node with default settings. */
	const ours = deleteProfile(credentials, {}, { onError });
	/** What a user would build without our node: the HTTP Request node with default settings and our credential. */
	const httpRequest: WorkflowNode = {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${simulator.endpoint}/resources/v3/delete`,
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
		onError,
	};

	/** Deletes `count` records that are there with this node, in a new execution. */
	const run = async (node: WorkflowNode, count: number): Promise<Run> => {
		const keys = keysFrom('7000000', count);
		await simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
		const items = keys.map((key) => ({ key }));
		const { status, itemsOf, runsOf } = await executeNode(api, node, items);
		const deleted = itemsOf(node.name).filter(({ json }) => json.error === undefined).length;
		return { milliseconds: runsOf(node.name)[0]?.executionTime ?? NaN, failed: count - deleted, status };
	};
	// Both once for nothing: the first run of a node loads its code.
	for (const node of [ours, httpRequest]) await run(node, 50);
	return { n8n, simulator, ours, httpRequest, run };
}
