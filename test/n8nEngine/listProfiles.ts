import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult } from 'n8n-workflow';
import type { CredentialSource } from './credentialsHelper';
import { deleteNode } from './nodes';
import { NODE_TYPE } from './nodeTypes';
import { additionalDataFor, makeWorkflow } from './runWorkflow';

/** What the editor does when a user opens the list of 'Profile Name' and types a filter. */
export async function listProfiles(credential: CredentialSource, filter?: string): Promise<INodeListSearchResult> {
	const node = deleteNode('Webex Campaign', {});
	const workflow = await makeWorkflow([node]);
	const { methods } = workflow.nodeTypes.getByNameAndVersion(NODE_TYPE);
	const context = new LoadOptionsContext(
		workflow,
		node,
		await additionalDataFor(credential, [node]),
		'parameters.profileName',
	);
	return await methods!.listSearch!.searchProfiles!.call(context, filter);
}
