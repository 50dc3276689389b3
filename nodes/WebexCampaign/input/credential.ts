import type { IExecuteFunctions } from 'n8n-workflow';

import { accessWith, type Access } from '../api/access';
import { invalidCredential, type Result } from '../result';
import { asSentence, clean } from '../text/clean';

/** Each reading costs n8n a look into its database. */
const MOST_READINGS = 50;

/**
 * One run, one tenant. The credential's fields may hold expressions, so it is read for every item of a run of up to 50, and
 * for 50 of a longer one: items of several tenants are refused rather than sent to the wrong one.
 */
export async function readAccess(context: IExecuteFunctions, items: number): Promise<Result<Access>> {
	const first = await accessFor(context, 0);
	const readings = Math.min(items, MOST_READINGS);
	for (let i = 1; i < readings && first.ok; i++) {
		// Spread evenly, the last item among them.
		const other = await accessFor(context, Math.round((i * (items - 1)) / (readings - 1)));
		if (!other.ok) return other;
		if (other.value.endpoint !== first.value.endpoint || other.value.apiKey !== first.value.apiKey) {
			return invalidCredential(
				'The credential differs from item to item',
				"Its fields hold expressions that lead to different tenants or keys. Split the items by tenant, and run the node once for each, for instance with 'Loop Over Items'.",
			);
		}
	}
	return first;
}

/** The credential as it is for one item. */
export async function accessFor(
	context: Pick<IExecuteFunctions, 'getCredentials'>,
	item: number,
): Promise<Result<Access>> {
	try {
		return accessWith(await context.getCredentials('webexCampaignApi', item));
	} catch (thrown) {
		const said = clean(thrown instanceof Error ? thrown.message : String(thrown));
		return invalidCredential(
			"The credential 'Webex Campaign API' could not be read",
			`Choose a credential in this node. n8n says: ${asSentence(said)}`,
		);
	}
}
