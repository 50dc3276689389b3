import type { Answer, FailureInfo } from '../api/answer';
import type { RunOptions } from '../input/options';
import type { CircuitBreaker } from './circuitBreaker';
import { JobQueue, type Job } from './job';

/** What is done after an answer. */
export type Step =
	/** `endsRuns`: every other item would get this answer too. */
	| { kind: 'settle'; isFailure: boolean; endsRuns?: FailureInfo }
	/** `last`: what to tell if the run ends before the next attempt. `delay` in ms. */
	| { kind: 'retry'; delay: number; last: FailureInfo }
	| { kind: 'waitForThrottle'; last: FailureInfo };

/** Why a run ended before all its items were settled. */
export type RunEnd =
	/** An answer that every other item would get too. */
	| { why: 'answer'; answer: FailureInfo }
	/** `askedFor`: the wait in ms that the API asked for, if it went beyond 'Max Throttle Wait'. */
	| { why: 'throttle'; askedFor?: number }
	| { why: 'outage' }
	/** On Error is 'Stop' and an item failed. */
	| { why: 'failedItem' }
	| { why: 'cancelled' };

/** What is left of a run when it is over. */
export interface RunReport {
	/** undefined: each job was settled by an answer. */
	end: RunEnd | undefined;
	/** How long work was held back for the throttle, in ms. */
	throttleWait: number;
}

/** What a run is made of. The lane calls these functions; what they throw ends this run alone. */
export interface RunSetup<J extends Job> {
	options: RunOptions;
	/** On Error is 'Stop': the first failed item ends the run. */
	stopAtFailure: boolean;
	/** Ends within the request's deadline. */
	send(job: J): Promise<Answer>;
	/** Decides what is done after an answer, and keeps what it settles. */
	onAnswer(job: J, answer: Answer, lane: Pick<CircuitBreaker, 'hasHad'>): Step;
	isCancelled(): boolean;
	/** Called at least twice a second. */
	onProgress(now: number): void;
}

/** The jobs of one execution of the node, as a lane sees them: it takes them one by one and brings back the answers. */
export class Run<J extends Job = Job> {
	readonly options: RunOptions;
	/** Empty once the run has ended. */
	private queue: JobQueue<J>;
	private readonly inFlight = new Set<J>();
	private end: RunEnd | undefined;
	private throttleWait = 0;
	/** What the lane's clock of waits showed when it was last looked at; undefined: nothing is left to send. */
	private laneWaitAt: number | undefined;

	constructor(
		jobs: readonly J[],
		private readonly setup: RunSetup<J>,
	) {
		this.options = setup.options;
		this.queue = new JobQueue(jobs);
	}

	/** Requests in flight are awaited, except that n8n itself aborts them when the execution is cancelled. */
	get isFinished(): boolean {
		return this.end?.why === 'cancelled' || (this.inFlight.size === 0 && this.queue.isEmpty);
	}

	get isCancelled(): boolean {
		return this.setup.isCancelled();
	}

	/** Some of its items were sent and are not settled. */
	get isUnsettled(): boolean {
		return this.inFlight.size > 0 || this.queue.hasUnsettled;
	}

	get waitingForRetry(): number {
		return this.queue.waitingForRetry;
	}

	/** Something is left to send. */
	get isWaiting(): boolean {
		return !this.queue.isEmpty;
	}

	/** @param allowsNew whether an item counts for which nothing has been sent yet */
	isReady(now: number, allowsNew: boolean): boolean {
		return this.inFlight.size < this.options.concurrency && this.queue.hasReady(now, allowsNew);
	}

	/** When the next retry will be due; Infinity if none is awaited. */
	nextRetryAt(now: number): number {
		return this.queue.nextRetryAt > now ? this.queue.nextRetryAt : Infinity;
	}

	poll(now: number): void {
		if (this.isCancelled) this.endWith({ why: 'cancelled' });
		this.setup.onProgress(now);
	}

	/** The first reason for which a run ends is the one that is told; but a cancel comes before any other. */
	endWith(end: RunEnd): void {
		if (end.why === 'cancelled' || !this.end) this.end = end;
		this.queue = new JobQueue<J>([]);
	}

	/** Sends the next job; only if the run is ready. */
	take(now: number): { job: J; answer: Promise<Answer> } {
		const job = this.queue.take(now);
		this.inFlight.add(job);
		job.attempts++;
		return { job, answer: this.setup.send(job) };
	}

	onAnswer(job: J, answer: Answer, now: number, lane: Pick<CircuitBreaker, 'hasHad'>): Step {
		this.inFlight.delete(job);
		if (answer.kind === 'transient') job.mayHaveBeenExecuted ||= answer.mayHaveBeenExecuted;
		const step = this.setup.onAnswer(job, answer, lane);
		if (step.kind === 'settle') {
			if (step.isFailure && !step.endsRuns && this.setup.stopAtFailure) this.endWith({ why: 'failedItem' });
			return step;
		}
		job.last = step.last;
		if (this.end) return step;
		if (step.kind === 'waitForThrottle') this.queue.sendAgain(job);
		else {
			job.retries++;
			this.queue.retryAt(now + step.delay, job);
		}
		return step;
	}

	/** @param laneWait what the lane's clock of waits shows: it runs while the throttle holds work back */
	measureWait(laneWait: number): void {
		if (this.laneWaitAt !== undefined) this.throttleWait += laneWait - this.laneWaitAt;
		this.laneWaitAt = this.isWaiting ? laneWait : undefined;
	}

	/** Only a cancelled run still has jobs in flight: n8n aborts them, and what they did is not known. */
	finish(): RunReport {
		for (const job of this.inFlight) {
			job.mayHaveBeenExecuted = true;
			job.last = { code: 'CONNECTION_FAILED', httpStatus: null, detail: 'the execution was cancelled' };
		}
		return { end: this.end, throttleWait: this.throttleWait };
	}
}
