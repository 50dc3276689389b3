import type { IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../api/access';
import type { ProfileToDelete } from '../api/deleteRequest';
import type { Job } from './job';
import { laneName } from './lanes';
import type { RunEnd } from './outcome';

/**
 * 'Retry On Fail' runs the whole node again with all its items. What an earlier try has settled is not sent again, or
 * every profile that it deleted would come out as "not found".
 */
export class EarlierTries {
	private readonly jobs = new Map<number, { endpoint: string; job: Job }>();
	/** The lane's name: the API key itself is not kept. */
	private endedFor: string | undefined;
	private end: RunEnd | undefined;

	/** The job as an earlier try has settled it, or to be sent (again) with what is known of it. */
	resume(job: Job, access: Access): Job {
		const earlier = this.jobs.get(job.items[0] ?? -1);
		const same = earlier?.endpoint === access.endpoint && sameProfile(earlier.job.profile, job.profile);
		const resumed = same ? this.goOn(earlier.job, job, access) : job;
		for (const item of job.items) this.jobs.set(item, { endpoint: access.endpoint, job: resumed });
		return resumed;
	}

	/** What may have been executed then still counts, and so does every request. */
	private goOn(earlier: Job, job: Job, access: Access): Job {
		const { outcome, attempts } = earlier;
		if (outcome && (outcome.status !== 'failed' || this.endFor(access)))
			return { ...earlier, items: job.items };
		const notKnown = outcome ? outcome.outcome === 'unknown' : attempts > 0;
		const last =
			outcome && outcome.outcome !== 'notAttempted'
				? { ...outcome, detail: outcome.detail ?? '' }
				: earlier.last;
		return {
			...job,
			attempts,
			mayHaveBeenExecuted: earlier.mayHaveBeenExecuted || notKnown,
			...(last ? { last } : {}),
		};
	}

	/** The end of an earlier try that every further request would only repeat: a refused key or method. */
	endFor(access: Access): RunEnd | undefined {
		return this.endedFor === laneName(access) ? this.end : undefined;
	}

	rememberEnd(end: RunEnd | undefined, access: Access): void {
		if (end?.why !== 'rejected' || !repeats(end)) return;
		this.end = end;
		this.endedFor = laneName(access);
	}
}

const sameProfile = (a: ProfileToDelete, b: ProfileToDelete) =>
	a.key === b.key && a.profileName === b.profileName;

const repeats = ({ code, httpStatus }: { code: string; httpStatus: number | null }) =>
	['430', '498'].includes(code) || [401, 403, 405].includes(httpStatus ?? 0);

const triesOfRun = new WeakMap<object, EarlierTries>();

/**
 * The memory of this node run. n8n hands out the same object in every try and another in the next run, but as an AI tool
 * it is the agent's, shared by all its calls: then nothing is remembered.
 */
export function earlierTriesOf(context: IExecuteFunctions): EarlierTries {
	const run = context.getExecuteData();
	if (run?.node?.name !== context.getNode().name) return new EarlierTries();
	let tries = triesOfRun.get(run);
	if (!tries) triesOfRun.set(run, (tries = new EarlierTries()));
	return tries;
}
