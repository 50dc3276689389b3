import type { Simulator } from '../../simulator/control';
import type { LedgerEntry } from '../../simulator/ledger';
import type { NodeResult } from '../../test/n8nEngine/runNode';
import { claimsOf } from '../../test/truth/claims';
import { lostOrRepeated, mismatches } from '../../test/truth/mismatches';
import { CONTACTS, PROFILE_NAME } from './contacts';
import type { Cell } from './table';

export const LEDGER_COLUMNS = [
	{ title: 'Key', width: 19 },
	{ title: 'Requests', width: 8 },
	{ title: 'Deleted', width: 17 },
	{ title: 'Transaction id', width: 0 },
];

export const ledgerRows = (ledger: LedgerEntry[]): Cell[][] =>
	[...ledger]
		.sort((a, b) => a.key.localeCompare(b.key))
		.map(({ key, asked, executed, transactionId }) => [
			{ text: key },
			{ text: String(asked).padStart(8) },
			executed > 0 ? { text: 'yes', colour: 'green' } : { text: 'no such profile', colour: 'red' },
			{ text: transactionId ?? '' },
		]);

/** In words, everything the server knows better than the node tells; nothing if the two agree. */
export async function contradictions(result: NodeResult, campaign: Simulator): Promise<string[]> {
	const ledger = await campaign.ledger();
	const profile = (await campaign.profiles()).find(({ profileName }) => profileName === PROFILE_NAME);
	const claims = claimsOf(result);
	const keyOf = new Map(
		[...result.success, ...result.failed].map(({ json, pairedItem }) => {
			const { key } = (json.error ?? json) as { key: string | null };
			return [(pairedItem as { item: number }).item, key];
		}),
	);
	const factOf = (item: number) => {
		const key = keyOf.get(item) ?? null;
		const entry = ledger.find((known) => known.key === key);
		const { asked = 0, executed = 0, transactionId = null } = entry ?? {};
		return {
			asked,
			executed,
			transactionId,
			isThere: key !== null && (profile?.keys.includes(key) ?? false),
		};
	};
	const toldAsGone = new Set(
		claims
			.filter(({ status }) => status === 'deleted' || status === 'goneAfterRetry')
			.map(({ item }) => keyOf.get(item)),
	);
	const untold = ledger.filter(({ key, executed }) => executed > 0 && !toldAsGone.has(key));
	return [
		...lostOrRepeated(claims, CONTACTS.length),
		...mismatches(claims, factOf),
		...untold.map(({ key }) => `${key} was deleted, but no item says so`),
	];
}
