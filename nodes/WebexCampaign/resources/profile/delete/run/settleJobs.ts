import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../../api/access';
import { DELETE_PATH, makeSender, type ProfileToDelete } from '../../../../api/deleteProfile';
import type { RunOptions } from '../../../../input/options';
import type { Clock, Lane } from '../../../../lane/lane';
import { laneOf } from '../../../../lane/lanes';
import { Run, type RunEnd, type RunReport, type RunSetup } from '../../../../lane/run';
import type { Result } from '../../../../result';
import { makeProgressLog } from '../output/summary';
import { jobsFor, type DeleteJob } from './deleteJob';
import { earlierTriesOf } from './earlierTries';
import { nextStep, outcomeAtEnd } from './nextStep';

const CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** Each job has an outcome. */
type Settled = { jobs: DeleteJob[]; report: RunReport };

/** Settles the job of each profile: by a dry run, by what an earlier try knows, or by sending it. */
export async function settleJobs(
	context: IExecuteFunctions,
	access: Access,
	options: RunOptions,
	profiles: ReadonlyArray<Result<ProfileToDelete>>,
	isCancelled: () => boolean,
): Promise<Settled> {
	const newJobs = jobsFor(profiles);
	const earlierTries = earlierTriesOf(context);
	const jobs = options.dryRun ? newJobs : newJobs.map((job) => earlierTries.resume(job, access));
	const stopAtFailure = !context.continueOnFail();
	if (stopAtFailure && profiles.some(({ ok }) => !ok)) return unsent(jobs, { why: 'failedItem' });
	if (options.dryRun) {
		for (const job of jobs) job.outcome = { status: 'dryRun', url: access.endpoint + DELETE_PATH };
		return unsent(jobs);
	}

	const refusal = earlierTries.refusalFor(access);
	if (refusal) return unsent(jobs, refusal);

	const send = makeSender(context, access, options.requestTimeout);
	const report = await settleInLane(laneOf(access, CLOCK), jobs, {
		options,
		stopAtFailure,
		send: async ({ profile }) => await send(profile),
		isCancelled,
		onProgress: makeProgressLog(context, jobs, CLOCK.now()),
		random: Math.random,
	});
	earlierTries.rememberEnd(report.end, access);
	return { jobs, report };
}

/** Sends the jobs that have no outcome yet; afterwards each has one. `random` is uniform in [0, 1). */
export async function settleInLane(
	lane: Lane,
	jobs: readonly DeleteJob[],
	setup: Omit<RunSetup<DeleteJob>, 'onAnswer'> & { random(): number },
): Promise<RunReport> {
	const onAnswer: RunSetup<DeleteJob>['onAnswer'] = (job, answer, lane) => {
		const step = nextStep(answer, job, lane, setup.options, setup.random);
		if (step.kind === 'settle') job.outcome = step.outcome;
		return step;
	};
	const unsettled = jobs.filter(({ outcome }) => outcome === undefined);
	const report = await lane.settle(new Run(unsettled, { ...setup, onAnswer }));
	settleTheRest(jobs, report.end);
	return report;
}

/** Nothing was sent; `end` is why, if not all jobs have an outcome. */
function unsent(jobs: DeleteJob[], end?: RunEnd): Settled {
	settleTheRest(jobs, end);
	return { jobs, report: { end, throttleWait: 0 } };
}

/** Jobs that the end of the run left unsettled. */
function settleTheRest(jobs: readonly DeleteJob[], end: RunEnd | undefined): void {
	if (end) for (const job of jobs) job.outcome ??= outcomeAtEnd(job, end);
}
