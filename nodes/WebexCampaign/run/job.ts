import type { Told } from '../api/answer';
import type { ProfileToDelete } from '../api/deleteRequest';
import type { Outcome } from './outcome';

/** One profile on its way through the run. */
export interface Job {
	readonly profile: ProfileToDelete;
	/** Requests sent for it so far, refused ones and those of earlier tries of the node included. */
	attempts: number;
	/** Attempts of this run that were retries; waiting for the throttle does not count. */
	retries: number;
	/** An attempt was sent whose end is not known: from now on "not found" may be our own doing. */
	mayHaveBeenExecuted: boolean;
	/** What the last attempt came to, as long as nothing is settled. */
	last?: Told;
	outcome?: Outcome;
}

export const newJob = (profile: ProfileToDelete): Job => ({
	profile,
	attempts: 0,
	retries: 0,
	mayHaveBeenExecuted: false,
});
