import type { IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../../api/access';
import { laneName } from '../../../../lane/lanes';
import type { RunEnd } from '../../../../lane/run';
import type { Reason } from '../../../../result';
import { invalidItem, recordOf, type ItemRecord } from '../output/items';
import type { DeleteJob } from './deleteJob';

/**
 * 'Retry On Fail' runs the whole node again with all its items. What an earlier try has settled is not sent again, or
 * every profile that it deleted would come out as "not found".
 */
export class EarlierTries {
	/** By item; `identity`: endpoint, profile name and key, which must all be the same again. */
	private readonly jobs = new Map<number, { identity: string; job: DeleteJob }>();
	/** A refused key or method, which every further request would only repeat, and the name of the lane it was for. */
	private refusal: { end: RunEnd; lane: string } | undefined;

	/** The job as an earlier try has settled it, or to be sent (again) with what is known of it. */
	resume(job: DeleteJob, access: Access): DeleteJob {
		const earlier = this.jobs.get(job.items[0] ?? -1);
		const identity = JSON.stringify([access.endpoint, job.profile.profileName, job.profile.key]);
		const resumed = earlier?.identity === identity ? this.goOn(earlier.job, job, access) : job;
		for (const item of job.items) this.jobs.set(item, { identity, job: resumed });
		return resumed;
	}

	/** An item that this try can't read: what an earlier one did, or may have done, is true all the same. */
	invalid(item: number, reason: Reason): ItemRecord {
		const job = this.jobs.get(item)?.job;
		const isSettled = job?.outcome && (job.outcome.status !== 'failed' || job.outcome.outcome === 'unknown');
		return isSettled ? recordOf(job, item) : invalidItem(reason);
	}

	/** What may have been executed then still counts, and so does every request. */
	private goOn(earlier: DeleteJob, job: DeleteJob, access: Access): DeleteJob {
		const { outcome, attempts } = earlier;
		if (outcome && (outcome.status !== 'failed' || this.refusalFor(access))) return { ...earlier, items: job.items };
		const isUnknown = outcome ? outcome.outcome === 'unknown' : attempts > 0;
		const last = outcome && outcome.outcome !== 'notAttempted' ? outcome : earlier.last;
		return { ...job, attempts, mayHaveBeenExecuted: earlier.mayHaveBeenExecuted || isUnknown, last };
	}

	/** The end of an earlier try by a refused key or method. */
	refusalFor(access: Access): RunEnd | undefined {
		return this.refusal?.lane === laneName(access) ? this.refusal.end : undefined;
	}

	rememberEnd(end: RunEnd | undefined, access: Access): void {
		if (end?.why !== 'answer') return;
		const { code, httpStatus } = end.answer;
		const isRefusal = ['430', '498'].includes(code) || [401, 403, 405].includes(httpStatus ?? 0);
		// The lane's name, since the API key itself is not kept.
		if (isRefusal) this.refusal = { end, lane: laneName(access) };
	}
}

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
