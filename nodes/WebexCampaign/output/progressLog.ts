import type { Logger } from 'n8n-workflow';

import { count, countsText } from './counts';
import { inFigures } from './inWords';
import type { Job } from '../run/job';

/** ms between two lines. */
const INTERVAL = 10_000;

/** A line in n8n's log every 10 s of a long run: counts only, never a key or a name. */
export function makeProgressLog(
	logger: Logger,
	jobs: readonly Job[],
	startedAt: number,
): (now: number) => void {
	let next = startedAt + INTERVAL;
	return (now) => {
		if (now < next) return;
		next = now + INTERVAL;
		const done = jobs.reduce((sum, { outcome }) => sum + (outcome ? 1 : 0), 0);
		const counts = countsText(count(jobs.map(({ outcome }) => outcome)));
		logger.info(
			`Webex Campaign: ${inFigures(done)} of ${inFigures(jobs.length)} profiles done${counts ? ` (${counts})` : ''}`,
		);
	};
}
