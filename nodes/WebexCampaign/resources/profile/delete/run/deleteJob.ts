import type { ProfileToDelete } from '../../../../api/deleteProfile';
import type { Result } from '../../../../result';
import type { Job } from '../../../../lane/job';
import type { Outcome } from './outcome';

/** One profile on its way through the run. */
export interface DeleteJob extends Job {
	readonly profile: ProfileToDelete;
	/** The input items that name it, lowest index first: it is sent once, with the first one's audit parameters. */
	readonly items: readonly number[];
	outcome?: Outcome;
}

export const newJob = (profile: ProfileToDelete, items: readonly number[]): DeleteJob => ({
	profile,
	items,
	attempts: 0,
	retries: 0,
	mayHaveBeenExecuted: false,
});

/** A job for each profile name and key, in input order; items that may not be sent have none. */
export function jobsFor(profiles: ReadonlyArray<Result<ProfileToDelete>>): DeleteJob[] {
	const itemsOf = new Map<string, number[]>();
	return profiles.flatMap((profile, item) => {
		if (!profile.ok) return [];
		const identity = JSON.stringify([profile.value.profileName, profile.value.key]);
		const items = itemsOf.get(identity) ?? [];
		items.push(item);
		if (items.length > 1) return [];
		itemsOf.set(identity, items);
		return [newJob(profile.value, items)];
	});
}
