import type { IExecuteFunctions } from 'n8n-workflow';

import type { Job } from '../run/job';
import { clean } from '../text/clean';
import { count, countsText } from './counts';
import { inFigures } from './inWords';

/** ms between two lines. */
const INTERVAL = 10_000;

/** A line for n8n's log, to be told apart from those of other executions. Counts only, never a key or a profile's name. */
export function logLine(context: IExecuteFunctions, words: string): string {
	const { id = '', name = '' } = context.getWorkflow();
	return `Webex Campaign, execution ${context.getExecutionId()} of workflow ${id} "${clean(name)}": ${words}`;
}

/** A line in n8n's log every 10 s of a long run. */
export function makeProgressLog(
	context: IExecuteFunctions,
	jobs: readonly Job[],
	startedAt: number,
): (now: number) => void {
	let next = startedAt + INTERVAL;
	return (now) => {
		if (now < next) return;
		next = now + INTERVAL;
		const done = jobs.reduce((sum, { outcome }) => sum + (outcome ? 1 : 0), 0);
		const counts = countsText(count(jobs.map(({ outcome }) => outcome)));
		context.logger.info(
			logLine(
				context,
				`${inFigures(done)} of ${inFigures(jobs.length)} profiles done${counts ? ` (${counts})` : ''}`,
			),
		);
	};
}
