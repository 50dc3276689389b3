import type { INodeProperties } from 'n8n-workflow';

import { deleteFields } from './delete/fields';

const showOnlyForProfiles = { resource: ['profile'] };

/** The resource's operations, then the fields of each. */
export const profileProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForProfiles },
		options: [
			{
				name: 'Delete Profile',
				value: 'delete',
				action: 'Delete profile',
				description: 'Delete a contact profile by its primary key. This is final: the API has no way to bring it back.',
			},
		],
		default: 'delete',
	},
	...deleteFields,
];
