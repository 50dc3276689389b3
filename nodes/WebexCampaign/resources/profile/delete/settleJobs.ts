import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../api/access';
import { makeSender } from '../../../api/sender';
import type { RunOptions } from '../../../input/options';
import { makeProgressLog } from '../../../output/progressLog';
import { earlierTriesOf } from '../../../run/earlierTries';
import type { Job } from '../../../run/job';
import type { Clock } from '../../../run/lane';
import { laneOf } from '../../../run/lanes';
import { outcomeAtEnd } from '../../../run/nextStep';
import type { RunEnd } from '../../../run/outcome';
import { Run, type RunReport } from '../../../run/run';

interface Work {
	context: IExecuteFunctions;
	access: Access;
	options: RunOptions;
	jobs: Job[];
	/** Some items were refused before the run: with On Error 'Stop' nothing is sent then. */
	inputRefused: boolean;
	isCancelled(): boolean;
}

const CLOCK: Clock = { now: () => performance.now(), sleep };

/** Settles each job: by a dry run, by what an earlier try knows, or by sending it. */
export async function settleJobs(work: Work): Promise<{ jobs: Job[]; report: RunReport }> {
	const { context, access, options } = work;
	const stopAtFailure = !context.continueOnFail();
	if (stopAtFailure && work.inputRefused) return unsent(work.jobs, { why: 'failedItem' });
	if (options.dryRun) {
		for (const job of work.jobs) job.outcome = { status: 'dryRun' };
		return unsent(work.jobs);
	}

	const earlierTries = earlierTriesOf(context);
	const jobs = work.jobs.map((job) => earlierTries.resume(job, access));
	const earlierEnd = earlierTries.endFor(access);
	if (earlierEnd) return unsent(jobs, earlierEnd);

	const unsettled = jobs.filter(({ outcome }) => outcome === undefined);
	const run = new Run(unsettled, {
		options,
		stopAtFailure,
		send: makeSender(context, access, options.requestTimeout),
		random: Math.random,
		isCancelled: work.isCancelled,
		onProgress: makeProgressLog(context, jobs, CLOCK.now()),
	});
	if (unsettled.length > 0) await laneOf(access, CLOCK).settle(run);
	earlierTries.rememberEnd(run.end, access);
	return { jobs, report: run };
}

/** Nothing was sent; `end` is why, if not all jobs have an outcome. */
function unsent(jobs: Job[], end?: RunEnd): { jobs: Job[]; report: RunReport } {
	if (end) for (const job of jobs) job.outcome ??= outcomeAtEnd(job, end);
	return { jobs, report: { end, throttleWait: 0 } };
}
