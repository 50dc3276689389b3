import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Access } from '../../../../api/access';
import type { Answer } from '../../../../api/answer';
import { makeSender } from '../../../../api/deleteProfile';
import type { RunOptions } from '../../../../input/options';
import type { Clock, Lane } from '../../../../lane/lane';
import { laneOf } from '../../../../lane/lanes';
import { Run, type LaneHistory, type RunEnd, type RunReport, type RunSetup, type Step } from '../../../../lane/run';
import { makeProgressLog } from '../output/summary';
import type { DeleteJob } from './deleteJob';
import { earlierTriesOf } from './earlierTries';
import { nextStep, outcomeAtEnd } from './nextStep';

interface Work {
	context: IExecuteFunctions;
	access: Access;
	options: RunOptions;
	jobs: DeleteJob[];
	/** Some items were refused before the run: with On Error 'Stop' nothing is sent then. */
	inputRefused: boolean;
	isCancelled(): boolean;
}

const CLOCK: Clock = { now: () => performance.now(), sleep };

/** Settles each job: by a dry run, by what an earlier try knows, or by sending it. */
export async function settleJobs(work: Work): Promise<{ jobs: DeleteJob[]; report: RunReport }> {
	const { context, access, options, isCancelled } = work;
	const stopAtFailure = !context.continueOnFail();
	if (stopAtFailure && work.inputRefused) return unsent(work.jobs, { why: 'failedItem' });
	if (options.dryRun) {
		for (const job of work.jobs) job.outcome = { status: 'dryRun' };
		return unsent(work.jobs);
	}

	const earlierTries = earlierTriesOf(context);
	const jobs = work.jobs.map((job) => earlierTries.resume(job, access));
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

interface DeleteSetup extends Omit<RunSetup<DeleteJob>, 'onAnswer'> {
	options: RunOptions;
	/** uniform in [0, 1) */
	random(): number;
}

/** Sends the jobs that have no outcome yet; afterwards each has one. */
export async function settleInLane(
	lane: Lane,
	jobs: readonly DeleteJob[],
	{ random, ...setup }: DeleteSetup,
): Promise<RunReport> {
	const unsettled = jobs.filter(({ outcome }) => outcome === undefined);
	const onAnswer = (job: DeleteJob, answer: Answer, history: LaneHistory): Step => {
		const step = nextStep(answer, job, history, setup.options, random);
		if (step.kind === 'settle') job.outcome = step.outcome;
		return step;
	};
	const report = await lane.settle(new Run(unsettled, { ...setup, onAnswer }));
	if (report.end) settleTheRest(unsettled, report.end);
	return report;
}

/** Nothing was sent; `end` is why, if not all jobs have an outcome. */
function unsent(jobs: DeleteJob[], end?: RunEnd): { jobs: DeleteJob[]; report: RunReport } {
	if (end) settleTheRest(jobs, end);
	return { jobs, report: { end, throttleWait: 0 } };
}

/** Jobs that the end of the run left unsettled. */
function settleTheRest(jobs: readonly DeleteJob[], end: RunEnd): void {
	for (const job of jobs) job.outcome ??= outcomeAtEnd(job, end);
}
