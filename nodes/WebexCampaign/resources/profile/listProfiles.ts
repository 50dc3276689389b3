import type { IExecuteFunctions, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Access } from '../../api/access';
import { getProfiles } from '../../api/getProfiles';
import { accessFor } from '../../input/credential';
import { valid, type Result } from '../../result';
import { nodeError } from '../failedItem';
import { listText } from './failureTexts';

/** The names of the profiles that the key may see, or in words that fit a reading why they can't be told. */
export async function listProfiles(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	access: Access,
): Promise<Result<string[]>> {
	const list = await getProfiles(context, access);
	if (list.ok) return valid(list.names);
	const { code, httpStatus } = list.failure;
	return { ok: false, code, httpStatus, ...listText(list.failure, list.wasSent) };
}

/** The profile names for the list of 'Profile Name'. */
export async function searchProfiles(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const access = await accessFor(this, 0);
	if (!access.ok) throw nodeError(this.getNode(), access);
	const profiles = await listProfiles(this, access.value);
	if (!profiles.ok) throw nodeError(this.getNode(), profiles);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = profiles.value
		.filter((name) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.localeCompare(b));
	return { results: results.map((name) => ({ name, value: name })) };
}
