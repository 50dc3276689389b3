import type { Answer } from '../../../nodes/WebexCampaign/api/answer';
import type { ProfileToDelete } from '../../../nodes/WebexCampaign/api/deleteProfile';
import { checkOptions, type RunOptions } from '../../../nodes/WebexCampaign/input/options';
import { DeleteRun, type DeleteRunSetup } from '../../../nodes/WebexCampaign/resources/profile/delete/deleteRun';
import { NEVER_SENT, type History, type Job } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { Lane } from '../../../nodes/WebexCampaign/lane/lane';
import type { RunEnd } from '../../../nodes/WebexCampaign/lane/run';
import { Throttle, type RequestThrottle } from '../../../nodes/WebexCampaign/throttle/throttle';
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
	extends Partial<Pick<DeleteRunSetup, 'stopAtFailure' | 'onProgress' | 'isCancelled' | 'send'>> {
	/** So many jobs, with the keys "0", "1", …; in a lane of several runs "<run>/0", … */
	items: number;
	options?: Partial<RunOptions>;
	/** What is known of them from an earlier try. */
	histories?: History[];
	/** When it joins the lane, in ms; 0 unless told. */
	joinAt?: number;
	/** When its execution is cancelled, in ms. */
	cancelAt?: number;
}

export interface LaneSetup {
	server: Server;
	throttle?: RequestThrottle;
	runs: RunInLane[];
}

export interface RunResult {
	/** What became of each. */
	jobs: Array<History & Job>;
	report: { end?: RunEnd; throttleWait: number };
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
export async function laneVirtually({ server, throttle = openThrottle, runs }: LaneSetup): Promise<LaneResult> {
	const clock = new VirtualClock();
	const lane = new Lane(throttle, clock);
	const requests: Request[] = [];
	const attempts = new Map<string, number>();
	let inFlight = 0;
	let mostInFlight = 0;
	const sendFor =
		(run: number, timeout: number) =>
		async ({ key }: ProfileToDelete) => {
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
		const jobs = Array.from({ length: items }, (_, i) => jobFor(keyOf(i)));
		const progress: number[] = [];
		const options = optionsOf(one.options);
		if (joinAt > 0) await clock.sleep(joinAt);
		const run = new DeleteRun(jobs, one.histories ?? jobs.map(() => NEVER_SENT), {
			options,
			stopAtFailure,
			send: one.send ?? sendFor(index, options.requestTimeout),
			random: () => 0.5,
			isCancelled: one.isCancelled ?? (() => clock.now() >= cancelAt),
			onProgress: one.onProgress ?? ((now) => progress.push(now)),
		});
		let thrown: unknown;
		const throttleWait = await lane.settle(run).catch((reason) => {
			thrown = reason;
			return 0;
		});
		const report = { end: run.endedBy, throttleWait };
		const settled = run.result.map((history, i) => ({ ...history, ...jobs[i]! }));
		return { jobs: settled, report, endedAt: clock.now(), progress, ...(thrown !== undefined && { thrown }) };
	};
	const results = await clock.until(Promise.all(runs.map(settle)));
	return { runs: results, requests, mostInFlight };
}

/** One run alone in its lane. */
export async function runVirtually(setup: RunInLane & Omit<LaneSetup, 'runs'>) {
	const { runs, ...lane } = await laneVirtually({ ...setup, runs: [setup] });
	return { ...lane, ...runs[0]! };
}

const jobFor = (key: string): Job => ({ profile: { key, profileName: null, auditParameters: {} }, items: [0] });

/** @param given times in seconds, as in the editor */
export function optionsOf(given: Partial<RunOptions> = {}): RunOptions {
	const checked = checkOptions(given, []);
	if (!checked.ok) throw new Error(checked.message);
	return checked.value;
}

/** The throttle that ships, without chance. */
export const throttle = (): RequestThrottle => new Throttle(() => 0.5);

/** No throttle: lets everything through at once. */
export const openThrottle: RequestThrottle = {
	nextStart: (now) => now,
	waitNamedUntil: -Infinity,
	start: (startedAt) => ({ startedAt, purpose: 'regular' }),
	finish() {},
};

/** The server gives this answer to every request. */
export const always =
	(answer: Answer, after = 50): Server =>
	() => ({ answer, after });

/** So many runs of one item that begin together, as a burst of webhooks does. */
export const webhooks = (count: number, options: RunInLane['options'] = {}): RunInLane[] =>
	Array.from({ length: count }, () => ({ items: 1, options }));

export const allJobs = ({ runs }: LaneResult): History[] => runs.flatMap(({ jobs }) => jobs);

/** What became of each job, in a word: its status, or outcome and code. */
export const words = (jobs: readonly History[]): string[] =>
	jobs.map(({ outcome }) => {
		if (!outcome) return 'nothing';
		return outcome.status === 'failed' ? `${outcome.outcome} ${outcome.code}` : outcome.status;
	});

/** How many jobs came to each end. */
export function tally(jobs: readonly History[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const word of words(jobs)) counts[word] = (counts[word] ?? 0) + 1;
	return counts;
}
