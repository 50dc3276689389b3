import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Told } from '../api/answer';
import { get } from '../api/get';
import { PROFILE_DEFINITIONS } from '../api/profileDefinitions';
import { accessFor } from '../input/credential';
import { nodeError } from '../output/failed';
import { asSentence } from '../text/clean';

const TYPE_IT = "Choose 'By Name' and type the profile name instead.";
/** In few words, since n8n's list cuts off what is long. With a refused key a typed name would be of no use either. */
const ADVICE = new Map([
	['430', `${TYPE_IT} To see the list, grant the API user ${PROFILE_DEFINITIONS.grant}.`],
	[
		'498',
		"Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential.",
	],
]);
const PROFILES = {
	...PROFILE_DEFINITIONS,
	advice: ({ code, httpStatus, detail }: Told) =>
		ADVICE.get(code) ??
		`${TYPE_IT} Technical detail: ${asSentence(httpStatus ? `HTTP ${httpStatus}` : detail || code)}`,
};

/** The profile names for the list of 'Profile Name'. */
export async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const access = await accessFor(this, 0);
	if (!access.ok) throw nodeError(this.getNode(), access);
	const definitions = await get(this, access.value, PROFILES);
	if (!definitions.ok) throw nodeError(this.getNode(), definitions);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = definitions.value
		.map(({ profileName }) => profileName)
		.filter((name) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.localeCompare(b));
	return { results: results.map((name) => ({ name, value: name })) };
}
