import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { get } from '../api/get';
import { PROFILE_DEFINITIONS } from '../api/profileDefinitions';
import { accessFor } from '../input/credential';
import { nodeError } from '../output/failed';

const TYPE_IT = "Choose 'By Name' and type the profile name instead.";

/** The profile names for the list of 'Profile Name'. */
export async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const access = await accessFor(this, 0);
	if (!access.ok) throw nodeError(this.getNode(), access);
	const definitions = await get(this, access.value, PROFILE_DEFINITIONS);
	if (!definitions.ok) {
		// With a refused key a typed name would be of no use either.
		const advice = definitions.code === '498' ? '' : `${TYPE_IT} `;
		throw nodeError(this.getNode(), { ...definitions, description: advice + definitions.description });
	}
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = definitions.value
		.map(({ profileName }) => profileName)
		.filter((name) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.localeCompare(b));
	return { results: results.map((name) => ({ name, value: name })) };
}
