import type { Told } from '../api/answer';
import type { Checked } from '../api/checked';
import type { ProfileToDelete } from '../api/deleteRequest';
import type { Outcome } from './outcome';

/** One profile on its way through the run. */
export interface Job {
	readonly profile: ProfileToDelete;
	/** The input items that name it, lowest index first: it is sent once, with the first one's audit parameters. */
	readonly items: readonly number[];
	/** Requests sent for it so far, those the throttle refused and those of earlier tries of the node included. */
	attempts: number;
	/** Attempts of this run that were retries; waiting for the throttle does not count. */
	retries: number;
	/** An attempt was sent whose end is not known: from now on "not found" may be our own doing. */
	mayHaveBeenExecuted: boolean;
	/** What the last attempt came to, as long as nothing is settled. */
	last?: Told;
	outcome?: Outcome;
}

export const newJob = (profile: ProfileToDelete, items: readonly number[]): Job => ({
	profile,
	items,
	attempts: 0,
	retries: 0,
	mayHaveBeenExecuted: false,
});

/** A job for each profile name and key, in input order; items that may not be sent have none. */
export function jobsFor(profiles: ReadonlyArray<Checked<ProfileToDelete>>): Job[] {
	const known = new Map<string, number[]>();
	return profiles.flatMap((checked, item) => {
		if (!checked.ok) return [];
		const identity = JSON.stringify([checked.value.profileName, checked.value.key]);
		const items = known.get(identity) ?? [];
		items.push(item);
		if (items.length > 1) return [];
		known.set(identity, items);
		return [newJob(checked.value, items)];
	});
}
