import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { getProfiles } from '../../api/getProfiles';
import { accessFor } from '../../input/credential';
import { nodeError } from '../../output/failedItem';
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

/** The profile names for the list of 'Profile Name'. */
export async function searchProfiles(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const access = await accessFor(this, 0);
	if (!access.ok) throw nodeError(this.getNode(), access);
	const profiles = await getProfiles(this, access.value);
	if (!profiles.ok) throw nodeError(this.getNode(), profiles);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = profiles.value
		.filter((name) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.localeCompare(b));
	return { results: results.map((name) => ({ name, value: name })) };
}
