import type { IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../api/access';
import type { FailureInfo } from '../../../api/answer';
import { laneName } from '../../../lane/lanes';
import type { RunEnd } from '../../../lane/run';
import type { Reason } from '../../../result';
import { invalidItem, recordOf, type ItemRecord, type Names } from './items';
import { NEVER_SENT, type History, type Job } from './outcome';

/**
 * 'Retry On Fail' runs the whole node again with all its items. What an earlier try has settled is not sent again, or
 * every profile that it deleted would come out as "not found".
 */
export class EarlierTries {
	/** By item. `identity`: endpoint, profile name and key must all be the same again. `lane`: so must the API key be that was refused. */
	private readonly entries = new Map<number, { identity: string; lane: string; job: Job; history: History }>();
	/** A refused key or method, which every further request would only repeat, and the name of the lane it was for. */
	private refusal: { end: RunEnd; lane: string } | undefined;

	/** What this try begins with: what an earlier one has settled, or may have done. */
	historyOf(job: Job, access: Access): History {
		const entry = this.entries.get(job.items[0] ?? -1);
		if (entry?.identity !== identityOf(job, access)) return NEVER_SENT;
		const { outcome, attempts, mayHaveBeenExecuted, last } = entry.history;
		if (outcome?.status !== 'failed') return { ...entry.history, retries: 0 };
		const isSameKey = entry.lane === laneName(access);
		if (isSameKey && (isKeyRefused(outcome) || this.refusal?.lane === entry.lane)) return entry.history;
		return {
			attempts,
			retries: 0,
			mayHaveBeenExecuted: mayHaveBeenExecuted || outcome.outcome === 'unknown',
			last: outcome.outcome === 'notAttempted' ? last : outcome,
		};
	}

	/** An item that this try can't read: what an earlier one did, or may have done, is true all the same. */
	invalid(item: number, reason: Reason & { came?: Names }): ItemRecord {
		const { job, history } = this.entries.get(item) ?? {};
		const { outcome } = history ?? {};
		const isSettled = outcome && (outcome.status !== 'failed' || outcome.outcome === 'unknown');
		return job && history && isSettled ? recordOf(job, history, item) : invalidItem(reason, reason.came);
	}

	/** The end of an earlier try by a refused key or method. */
	refusalFor(access: Access): RunEnd | undefined {
		return this.refusal?.lane === laneName(access) ? this.refusal.end : undefined;
	}

	/** Keeps what a try came to, also if it did not come to its end. */
	remember(jobs: readonly Job[], histories: readonly History[], end: RunEnd | undefined, access: Access): void {
		// The lane's name, since the API key itself is not kept.
		const lane = laneName(access);
		jobs.forEach((job, i) => {
			const entry = { identity: identityOf(job, access), lane, job, history: histories[i] ?? NEVER_SENT };
			for (const item of job.items) this.entries.set(item, entry);
		});
		if (end?.why !== 'answer') return;
		const isRefusal = isKeyRefused(end.answer) || [403, 405].includes(end.answer.httpStatus ?? 0);
		if (isRefusal) this.refusal = { end, lane };
	}

	/** A request was sent for an item, in this try (as far as it has come to an end) or before. */
	get haveSent(): boolean {
		return [...this.entries.values()].some(({ history }) => history.attempts > 0);
	}
}

const identityOf = ({ profile }: Job, { endpoint }: Access): string =>
	JSON.stringify([endpoint, profile.profileName, profile.key]);

const isKeyRefused = ({ code, httpStatus }: FailureInfo): boolean =>
	code === '430' || code === '498' || httpStatus === 401;

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
