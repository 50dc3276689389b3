import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import { checkOptions, type RunOptions } from '../../../nodes/WebexCampaign/input/options';
import { newJob, type DeleteJob } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { Lane } from '../../../nodes/WebexCampaign/lane/lane';
import type { RunReport, RunSetup } from '../../../nodes/WebexCampaign/lane/run';
import { Throttle, type RequestThrottle } from '../../../nodes/WebexCampaign/throttle/throttle';
import { settleInLane } from '../../../nodes/WebexCampaign/resources/profile/delete/run/settleJobs';
import { VirtualClock } from '../../virtualClock';
import { timedOut } from './answers';

export interface Request {
	key: string;
	/** ms since the lane began. */
	at: number;
	/** 1 for the first request of this key. */
	attempt: number;
	/** 1 for the first request of the lane. */
	number: number;
	/** Index of its run. */
	run: number;
}

/** What comes back, and after how many ms; `null`: never. */
export type Server = (request: Request) => { answer: Answer; after: number } | null;

export interface RunInLane
	extends Partial<Pick<RunSetup<DeleteJob>, 'stopAtFailure' | 'onProgress' | 'isCancelled' | 'send'>> {
	/** So many jobs, with the keys "0", "1", …; in a lane of several runs "<run>/0", … */
	items: number;
	options?: Partial<RunOptions>;
	/** Jobs of an earlier try, instead of new ones. */
	jobs?: DeleteJob[];
	/** When it joins the lane, in ms; 0 unless told. */
	joinAt?: number;
	/** When its execution is cancelled, in ms. */
	cancelAt?: number;
}

export interface LaneSetup {
	server: Server;
	gate?: RequestThrottle;
	runs: RunInLane[];
}

export interface RunResult {
	jobs: DeleteJob[];
	report: RunReport;
	/** ms since the lane began. */
	endedAt: number;
	progress: number[];
	/** What `settle` rejected with, instead of a report. */
	thrown?: unknown;
}

export interface LaneResult {
	runs: RunResult[];
	requests: Request[];
	mostInFlight: number;
}

/** Runs the lane that ships in virtual time, without jitter. */
export async function laneVirtually({ server, gate = openGate, runs }: LaneSetup): Promise<LaneResult> {
	const clock = new VirtualClock();
	const lane = new Lane(gate, clock);
	const requests: Request[] = [];
	const attempts = new Map<string, number>();
	let inFlight = 0;
	let mostInFlight = 0;
	const sendFor =
		(run: number, timeout: number) =>
		async ({ profile: { key } }: DeleteJob) => {
			const attempt = (attempts.get(key) ?? 0) + 1;
			attempts.set(key, attempt);
			const request = { key, at: clock.now(), attempt, number: requests.length + 1, run };
			requests.push(request);
			mostInFlight = Math.max(mostInFlight, ++inFlight);
			const reply = server(request);
			const isInTime = reply !== null && reply.after <= timeout;
			await clock.sleep(isInTime ? reply.after : timeout);
			inFlight--;
			return isInTime ? reply.answer : timedOut;
		};
	const settle = async (one: RunInLane, index: number): Promise<RunResult> => {
		const { items, joinAt = 0, cancelAt = Infinity, stopAtFailure = false } = one;
		const keyOf = (i: number) => (runs.length === 1 ? String(i) : `${index}/${i}`);
		const jobs = one.jobs ?? Array.from({ length: items }, (_, i) => jobFor(keyOf(i)));
		const progress: number[] = [];
		const options = optionsOf(one.options);
		if (joinAt > 0) await clock.sleep(joinAt);
		const settled = settleInLane(lane, jobs, {
			options,
			stopAtFailure,
			send: one.send ?? sendFor(index, options.requestTimeout),
			random: () => 0.5,
			isCancelled: one.isCancelled ?? (() => clock.now() >= cancelAt),
			onProgress: one.onProgress ?? ((now) => progress.push(now)),
		});
		let thrown: unknown;
		const report = await settled.catch((reason) => {
			thrown = reason;
			return { end: undefined, throttleWait: 0 };
		});
		return { jobs, report, endedAt: clock.now(), progress, ...(thrown !== undefined && { thrown }) };
	};
	const results = await clock.until(Promise.all(runs.map(settle)));
	return { runs: results, requests, mostInFlight };
}

/** One run alone in its lane. */
export async function runVirtually(setup: RunInLane & Omit<LaneSetup, 'runs'>) {
	const { runs, ...lane } = await laneVirtually({ ...setup, runs: [setup] });
	return { ...lane, ...runs[0]! };
}

const jobFor = (key: string) => newJob({ key, profileName: null, auditParameters: {} }, [0]);

/** @param given times in seconds, as in the editor */
export function optionsOf(given: Partial<RunOptions> = {}): RunOptions {
	const checked = checkOptions(given, []);
	if (!checked.ok) throw new Error(checked.message);
	return checked.value;
}

/** The gate that ships, without chance. */
export const gate = (): RequestThrottle => new Throttle(() => 0.5);

/** No throttle: lets everything through at once. */
export const openGate: RequestThrottle = {
	nextStart: (now) => now,
	isOpeningKnown: () => false,
	start: () => ({}) as never,
	finish() {},
};

/** The server gives this answer to every request. */
export const always =
	(answer: Answer, after = 50): Server =>
	() => ({ answer, after });

/** So many runs of one item that begin together, as a burst of webhooks does. */
export const webhooks = (count: number, options: RunInLane['options'] = {}): RunInLane[] =>
	Array.from({ length: count }, () => ({ items: 1, options }));

export const allJobs = ({ runs }: LaneResult): DeleteJob[] => runs.flatMap(({ jobs }) => jobs);

/** What became of each job, in a word: its status, or outcome and code. */
export const words = (jobs: DeleteJob[]): string[] =>
	jobs.map(({ outcome }) => {
		if (!outcome) return 'nothing';
		return outcome.status === 'failed' ? `${outcome.outcome} ${outcome.code}` : outcome.status;
	});

/** How many jobs came to each end. */
export function tally(jobs: DeleteJob[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const word of words(jobs)) counts[word] = (counts[word] ?? 0) + 1;
	return counts;
}
