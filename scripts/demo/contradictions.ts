import type { Simulator } from '../../simulator/control';
import type { NodeResult } from '../../test/n8nEngine/runNode';
import { claimsOf } from '../../test/truth/claims';
import { factsOf } from '../../test/truth/list';
import { lostOrRepeated, mismatches } from '../../test/truth/mismatches';
import { CONTACTS, PROFILE_NAME } from './contacts';
import { toldBy } from './outcomes';

/** In words, everything the server knows better than the node tells; nothing if the two agree. */
export async function contradictions(result: NodeResult, campaign: Simulator): Promise<string[]> {
	const claims = claimsOf(result);
	const told = toldBy(result);
	const toldAsGone = told.filter(({ status }) => ['deleted', 'goneAfterRetry'].includes(status)).map(({ key }) => key);
	const untold = (await campaign.ledger()).filter(({ key, executed }) => executed > 0 && !toldAsGone.includes(key));
	return [
		...lostOrRepeated(claims, CONTACTS.length),
		...mismatches(claims, await factsOf(campaign, told, PROFILE_NAME)),
		...untold.map(({ key }) => `${key} was deleted, but no item says so`),
	];
}
