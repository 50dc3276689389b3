import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { execute } from './resources/operations';
import { profileProperties } from './resources/profile';
import { deleteHints } from './resources/profile/delete/fields';
import { searchProfiles } from './resources/profile/listProfiles';

/**
 * Programmatic, not declarative: n8n's declarative style fires all items at once, can't tell a failure reported as
 * HTTP 200 from a success, and gives failed items no link to their input (n8n-io/n8n#30050).
 */
export class WebexCampaign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webex Campaign',
		name: 'webexCampaign',
		icon: { light: 'file:../../icons/webexCampaign.svg', dark: 'file:../../icons/webexCampaign.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Delete contact profiles from Webex Campaign by their primary key',
		defaults: { name: 'Webex Campaign' },
		hints: deleteHints,
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'webexCampaignApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Profile', value: 'profile' }],
				default: 'profile',
			},
			...profileProperties,
		],
	};

	methods = { listSearch: { searchProfiles } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await execute(this)];
	}
}
