import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { getProfiles } from '../../api/getProfiles';
import { accessFor } from '../../input/credential';
import { nodeError } from '../../output/failedItem';

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
