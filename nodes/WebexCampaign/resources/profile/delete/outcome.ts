import type { FailureInfo } from '../../../api/answer';
import type { ProfileToDelete } from '../../../api/deleteProfile';
import type { RunEnd } from '../../../lane/run';
import type { Result } from '../../../result';
import type { Text } from '../failureTexts';

/** The truth about one item: every later step (stop, output, text, hint) is a function of it. */
export type Outcome =
	| { status: 'deleted'; transactionId: string }
	/** An earlier attempt may have been executed, and now the API says "not found". */
	| { status: 'goneAfterRetry' }
	| { status: 'notFound' }
	/** `url`: where the request would have gone. */
	| { status: 'dryRun'; url: string }
	| Failure;

/** No success can be claimed. */
export interface Failure extends FailureInfo {
	status: 'failed';
	outcome: 'notDeleted' | 'unknown' | 'notAttempted';
	/** What is said of an invalid item, which has no answer. */
	text?: Text;
	/** The end of the run that kept this item from being sent, or sent again. */
	stoppedBy?: RunEnd;
}

/** What is to be sent: one profile. */
export interface Job {
	readonly profile: ProfileToDelete;
	/** The input items that name it, lowest index first: it is sent once, with the first one's audit parameters. */
	readonly items: readonly number[];
}

/** What is known of a job, as a value: it goes into a run, a new one replaces it after each request and reply, and it comes out. */
export interface History {
	/** Requests sent, those that the throttle refused and those of earlier tries of the node included. */
	readonly attempts: number;
	/** Attempts of this run that were retries; waiting for the throttle does not count. */
	readonly retries: number;
	/** An attempt was sent whose end is not known: from now on "not found" may be our own doing. */
	readonly mayHaveBeenExecuted: boolean;
	/** What the last attempt came to, as long as nothing is settled. */
	readonly last?: FailureInfo;
	readonly outcome?: Outcome;
}

export const NEVER_SENT: History = { attempts: 0, retries: 0, mayHaveBeenExecuted: false };

/** A job for each profile name and key, in input order; items that may not be sent have none. */
export function jobsFor(profiles: ReadonlyArray<Result<ProfileToDelete>>): Job[] {
	const itemsOf = new Map<string, number[]>();
	return profiles.flatMap((profile, item) => {
		if (!profile.ok) return [];
		const identity = JSON.stringify([profile.value.profileName, profile.value.key]);
		const items = itemsOf.get(identity) ?? [];
		items.push(item);
		if (items.length > 1) return [];
		itemsOf.set(identity, items);
		return [{ profile: profile.value, items }];
	});
}
