import type { FailureInfo } from '../../../../api/answer';
import type { ProfileToDelete } from '../../../../api/deleteProfile';
import type { Text } from '../../../../api/failureTable';
import type { Job } from '../../../../lane/job';
import type { RunEnd } from '../../../../lane/run';
import type { Result } from '../../../../result';

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

/** One profile on its way through the run. */
export interface DeleteJob extends Job {
	readonly profile: ProfileToDelete;
	/** The input items that name it, lowest index first: it is sent once, with the first one's audit parameters. */
	readonly items: readonly number[];
	outcome?: Outcome;
}

export function newJob(profile: ProfileToDelete, items: readonly number[]): DeleteJob {
	return { profile, items, attempts: 0, retries: 0, mayHaveBeenExecuted: false };
}

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
