import type { IExecuteFunctions } from 'n8n-workflow';

import { accessWith, type Access } from '../api/access';
import { invalid, type Result } from '../result';
import { n8nSays } from '../text/clean';

/**
 * One run, one tenant. The credential's fields may hold expressions, and each reading costs n8n a look into its database.
 * So it is read for the first item, for the last, and for one past the last. n8n gives an item that isn't there no values:
 * an expression that depends on the item throws there, or comes out otherwise. If all three are the same, so they are for
 * every item; if not, it is read for every item, and a run of several tenants is invalid.
 */
export async function readAccess(
	context: CredentialReader,
	items: number,
	isCancelled: () => boolean = () => false,
): Promise<Result<Access>> {
	const first = await accessFor(context, 0);
	if (!first.ok || items < 2) return first;
	const isSame = (other: Result<Access>) =>
		other.ok && other.value.endpoint === first.value.endpoint && other.value.apiKey === first.value.apiKey;
	const dependsOnItem = !isSame(await accessFor(context, items - 1)) || !isSame(await accessFor(context, items));
	for (let item = 1; dependsOnItem && item < items && !isCancelled(); item++) {
		const other = await accessFor(context, item);
		if (!other.ok) return other;
		if (!isSame(other))
			return invalid(
				'The credential differs from item to item',
				"Its fields hold expressions that lead to different tenants or keys. Split the items by tenant, and run the node once for each, for instance with 'Loop Over Items'.",
				'INVALID_CREDENTIAL',
			);
	}
	return first;
}

type CredentialReader = Pick<IExecuteFunctions, 'getCredentials'>;

/** The credential as it is for one item. */
export async function accessFor(context: CredentialReader, item: number): Promise<Result<Access>> {
	try {
		return accessWith(await context.getCredentials('webexCampaignApi', item));
	} catch (thrown) {
		const message = "The credential 'Webex Campaign API' could not be read";
		return invalid(message, `Choose a credential in this node. ${n8nSays(thrown)}`, 'INVALID_CREDENTIAL');
	}
}
