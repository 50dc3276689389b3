import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { checkOptions, type RunOptions } from '../../../nodes/WebexCampaign/input/options';
import { newJob, type Job } from '../../../nodes/WebexCampaign/run/job';
import { Run } from '../../../nodes/WebexCampaign/run/run';
import type { RunReport } from '../../../nodes/WebexCampaign/run/runSetup';
import type { ThrottleGate } from '../../../nodes/WebexCampaign/throttle/gate';
import { VirtualClock } from './virtualClock';

export interface Request {
	key: string;
	/** ms since the run began. */
	at: number;
	/** 1 for the first request of this key. */
	attempt: number;
	/** 1 for the first request of the run. */
	number: number;
}

/** What comes back, and after how many ms; `null`: never. */
export type Server = (request: Request) => { answer: Answer; after: number } | null;

export interface VirtualRunSetup {
	/** So many jobs, with the keys "0", "1", … */
	items: number;
	server: Server;
	options?: Partial<RunOptions>;
	gate?: ThrottleGate;
	stopAtFailure?: boolean;
	/** When the execution is cancelled, in ms. */
	cancelAt?: number;
	/** Jobs of an earlier try, instead of new ones. */
	jobs?: Job[];
}

export interface VirtualRunResult {
	jobs: Job[];
	report: RunReport;
	requests: Request[];
	mostInFlight: number;
	/** ms since the run began. */
	endedAt: number;
	progress: number[];
}

/** Runs the loop that ships in virtual time, without jitter. */
export async function runVirtually(setup: VirtualRunSetup): Promise<VirtualRunResult> {
	const clock = new VirtualClock();
	const requests: Request[] = [];
	const progress: number[] = [];
	const attempts = new Map<string, number>();
	let inFlight = 0;
	let mostInFlight = 0;
	const jobs =
		setup.jobs ??
		Array.from({ length: setup.items }, (_, i) =>
			newJob({ key: String(i), profileName: null, auditParameters: {} }),
		);
	const send = ({ key }: { key: string }) =>
		new Promise<Answer>((resolve) => {
			const attempt = (attempts.get(key) ?? 0) + 1;
			attempts.set(key, attempt);
			const request = { key, at: clock.now(), attempt, number: requests.length + 1 };
			requests.push(request);
			mostInFlight = Math.max(mostInFlight, ++inFlight);
			const reply = setup.server(request);
			if (!reply) return;
			clock.at(clock.now() + reply.after, () => {
				inFlight--;
				resolve(reply.answer);
			});
		});
	const run = new Run(jobs, {
		options: optionsOf(setup.options),
		stopAtFailure: setup.stopAtFailure ?? false,
		send,
		gate: setup.gate ?? openGate,
		clock,
		random: () => 0.5,
		isCancelled: () => clock.now() >= (setup.cancelAt ?? Infinity),
		onProgress: (now) => progress.push(now),
	});
	const report = await clock.until(run.toEnd());
	return { jobs, report, requests, mostInFlight, endedAt: clock.now(), progress };
}

function optionsOf(given: Partial<RunOptions> = {}): RunOptions {
	const checked = checkOptions(given, []);
	if (!checked.ok) throw new Error(checked.message);
	return checked.value;
}

/** No throttle: lets everything through at once. */
const openGate: ThrottleGate = {
	nextStart: (now) => now,
	start: (now) => ({ startedAt: now, isLook: false, isMore: false, round: 0 }),
	finish() {},
};

/** The server gives this answer to every request. */
export const always =
	(answer: Answer, after = 50): Server =>
	() => ({ answer, after });

/** What became of each job, in a word: its status, or outcome and code. */
export const words = (jobs: Job[]): string[] =>
	jobs.map(({ outcome }) => {
		if (!outcome) return 'nothing';
		return outcome.status === 'failed' ? `${outcome.outcome} ${outcome.code}` : outcome.status;
	});

/** How many jobs came to each end. */
export function tally(jobs: Job[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const word of words(jobs)) counts[word] = (counts[word] ?? 0) + 1;
	return counts;
}
