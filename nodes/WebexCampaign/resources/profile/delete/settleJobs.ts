import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../api/access';
import { makeSender } from '../../../api/sender';
import type { RunOptions } from '../../../input/options';
import { makeProgressLog } from '../../../output/progressLog';
import type { Clock } from '../../../run/alarm';
import { earlierTriesOf } from '../../../run/earlierTries';
import type { Group } from '../../../run/groups';
import { newJob, type Job } from '../../../run/job';
import { outcomeAtEnd } from '../../../run/nextStep';
import { Run } from '../../../run/run';
import type { RunReport } from '../../../run/runSetup';
import { makeThrottleGate } from '../../../throttle/gate';

interface Work {
	context: IExecuteFunctions;
	access: Access;
	options: RunOptions;
	groups: readonly Group[];
	/** Some items were refused before the run: with On Error 'Stop' nothing is sent then. */
	inputRefused: boolean;
	isCancelled(): boolean;
}

const NOTHING_SENT: RunReport = { end: undefined, throttleWait: 0 };
const CLOCK: Clock = { now: () => performance.now(), sleep };

/** Settles one job for each group, in the same order: by a dry run, by what an earlier try knows, or by sending it. */
export async function settleJobs(work: Work): Promise<{ jobs: Job[]; report: RunReport }> {
	const { context, access, options, groups } = work;
	const stopAtFailure = !context.continueOnFail();
	if (stopAtFailure && work.inputRefused) {
		const jobs = groups.map(({ profile }) => settled(newJob(profile), { why: 'failedItem' }));
		return { jobs, report: NOTHING_SENT };
	}
	if (options.dryRun) {
		const jobs = groups.map(({ profile }): Job => ({ ...newJob(profile), outcome: { status: 'dryRun' } }));
		return { jobs, report: NOTHING_SENT };
	}

	const earlierTries = earlierTriesOf(context);
	const jobs = groups.map(({ items, profile }) => earlierTries.jobFor(items, profile, access));
	const unsettled = jobs.filter((job) => job.outcome === undefined);
	const earlierEnd = earlierTries.endFor(access);
	if (earlierEnd) {
		unsettled.forEach((job) => settled(job, earlierEnd));
		return { jobs, report: { end: earlierEnd, throttleWait: 0 } };
	}

	const run = new Run(unsettled, {
		options,
		stopAtFailure,
		send: makeSender(context, access, options.requestTimeout),
		gate: makeThrottleGate(Math.random),
		clock: CLOCK,
		random: Math.random,
		isCancelled: work.isCancelled,
		onProgress: makeProgressLog(context, jobs, CLOCK.now()),
	});
	const report = await run.toEnd();
	earlierTries.rememberEnd(report.end, access);
	return { jobs, report };
}

function settled(job: Job, end: NonNullable<RunReport['end']>): Job {
	job.outcome = outcomeAtEnd(job, end);
	return job;
}
