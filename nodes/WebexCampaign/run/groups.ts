import type { ProfileToDelete } from '../api/deleteRequest';
import type { Checked } from '../input/checked';

/** One profile and the items that name it, lowest index first: it is sent once, with the first item's audit parameters. */
export interface Group {
	profile: ProfileToDelete;
	items: [first: number, ...others: number[]];
}

/** Groups the items that may be sent by profile name and key, in input order. */
export function groupByProfile(profiles: ReadonlyArray<Checked<ProfileToDelete>>): Group[] {
	const groups = new Map<string, Group>();
	profiles.forEach((checked, item) => {
		if (!checked.ok) return;
		const profile = checked.value;
		const identity = JSON.stringify([profile.profileName, profile.key]);
		const group = groups.get(identity);
		if (group) group.items.push(item);
		else groups.set(identity, { profile, items: [item] });
	});
	return [...groups.values()];
}
