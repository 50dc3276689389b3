import { chance } from '../../simulator/random';
import type { Simulator } from '../../simulator/control';
import type { LedgerEntry } from '../../simulator/ledger';
import type { Fact } from './mismatches';

export const profileName = 'truth';

/** A list as people have them: most keys are there, some are unknown, some come twice, some are no keys at all. */
export function makeList(items: number, seed: number): Array<{ key: string }> {
	const list: Array<{ key: string }> = [];
	for (let item = 0; item < items; item++) {
		const drawn = chance(seed, `list\n${item}`);
		if (drawn < 0.01) list.push({ key: '' });
		else if (drawn < 0.03 && item > 0) list.push({ key: list[item >> 1]!.key });
		else if (drawn < 0.06) list.push({ key: `unknown-${item}` });
		else list.push({ key: `known-${item}` });
	}
	return list;
}

export const recordsOf = (list: ReadonlyArray<{ key: string }>) => [
	{ profileName, keys: list.map(({ key }) => key).filter((key) => key.startsWith('known-')) },
];

/** What the simulator knows about each item's record. */
export async function factsOf(
	simulator: Simulator,
	list: ReadonlyArray<{ key: string | null }>,
	profile = profileName,
): Promise<(item: number) => Fact> {
	const there = new Set((await simulator.profiles()).find((one) => one.profileName === profile)?.keys);
	const entries = new Map<string | null, LedgerEntry>((await simulator.ledger()).map((entry) => [entry.key, entry]));
	return (item) => {
		const { key } = list[item]!;
		const { asked = 0, executed = 0, transactionId = null } = entries.get(key) ?? {};
		return { asked, executed, transactionId, isThere: key !== null && there.has(key) };
	};
}
