import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../api/access';
import { DELETE_PATH, makeSender } from '../../../api/deleteProfile';
import type { RunOptions } from '../../../input/options';
import type { Clock } from '../../../lane/lane';
import { laneOf } from '../../../lane/lanes';
import type { RunEnd } from '../../../lane/run';
import { DeleteRun } from './deleteRun';
import type { EarlierTries } from './earlierTries';
import { recordOf, type ItemRecord } from './items';
import { outcomeAtEnd } from './nextStep';
import { jobsFor, NEVER_SENT, type History } from './outcome';
import type { ReadProfile } from './parameters';
import { makeProgressLog } from './summary';

const CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** What a run came to. */
export interface RunReport {
	/** In input order. */
	records: readonly ItemRecord[];
	/** undefined: each item was settled by itself. */
	end?: RunEnd;
	/** How long the run was held back for the throttle, in ms. */
	throttleWait: number;
}

/** Settles the item of each profile: by a dry run, by what an earlier try knows, or by sending it. */
export async function settleProfiles(
	context: IExecuteFunctions,
	tries: EarlierTries,
	access: Access,
	options: RunOptions,
	profiles: readonly ReadProfile[],
	isCancelled: () => boolean,
): Promise<RunReport> {
	const items = context.getInputData().length;
	if (profiles.length < items) {
		// Cancelled before all were read.
		const end = { why: 'cancelled' } as const;
		const unread: ItemRecord = { outcome: outcomeAtEnd(NEVER_SENT, end), attempts: 0, profile: null };
		return { records: Array<ItemRecord>(items).fill(unread), end, throttleWait: 0 };
	}

	const jobs = jobsFor(profiles);
	const jobOf = new Map(jobs.flatMap((job, index) => job.items.map((item) => [item, index] as const)));
	const recordsFrom = (histories: readonly History[]) =>
		profiles.map((profile, item) => {
			const index = jobOf.get(item) ?? -1;
			return profile.ok ? recordOf(jobs[index]!, histories[index]!, item) : tries.invalid(item, profile);
		});
	const stopAtFailure = !context.continueOnFail();
	const isInvalid = stopAtFailure && profiles.some(({ ok }) => !ok);
	if (options.dryRun && !isInvalid) {
		const outcome = { status: 'dryRun', url: access.endpoint + DELETE_PATH } as const;
		return { records: recordsFrom(jobs.map(() => ({ ...NEVER_SENT, outcome }))), throttleWait: 0 };
	}

	const histories = jobs.map((job) => tries.historyOf(job, access));
	const send = makeSender(context, access, options.requestTimeout);
	const onProgress = makeProgressLog(context, CLOCK.now());
	const setup = { options, stopAtFailure, send, isCancelled, onProgress, random: Math.random };
	const run = new DeleteRun(jobs, histories, setup);
	const isFailed = isInvalid || (stopAtFailure && histories.some(({ outcome }) => outcome?.status === 'failed'));
	const end = tries.refusalFor(access) ?? (isFailed ? ({ why: 'failedItem' } as const) : undefined);
	if (end) run.end(end);
	try {
		const throttleWait = end ? 0 : await laneOf(access, CLOCK).settle(run);
		return { records: recordsFrom(run.result), end: run.endedBy, throttleWait };
	} finally {
		tries.remember(jobs, run.result, run.endedBy, access);
	}
}
