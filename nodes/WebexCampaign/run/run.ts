import type { Answer } from '../api/answer';
import type { ProfileToDelete } from '../api/deleteRequest';
import type { RunOptions } from '../input/options';
import type { Job } from './job';
import { JobQueue } from './jobQueue';
import { nextStep, outcomeAtEnd } from './nextStep';
import type { RunEnd } from './outcome';

export interface RunSetup {
	options: RunOptions;
	/** On Error is 'Stop': the first failed item ends the run. */
	stopAtFailure: boolean;
	/** Sends one delete. Never rejects. */
	send(profile: ProfileToDelete): Promise<Answer>;
	random(): number;
	isCancelled(): boolean;
	/** Called at least twice a second. */
	onProgress(now: number): void;
}

/** What a run tells when it is over. */
export interface RunReport {
	/** Why it ended before every job was settled by an answer. */
	readonly end: RunEnd | undefined;
	/** How long work was held back for the throttle, in ms. */
	readonly throttleWait: number;
}

/** The jobs of one execution of the node, as a lane sees them: it takes them one by one and brings back the answers. */
export class Run implements RunReport {
	readonly options: RunOptions;
	private readonly queue: JobQueue;
	private readonly inFlight = new Set<Job>();
	/** Held back by the throttle, without one accepted request in the lane since. */
	private waitingSince: number | undefined;
	throttleWait = 0;
	end: RunEnd | undefined;

	constructor(
		private readonly jobs: readonly Job[],
		private readonly setup: RunSetup,
	) {
		this.options = setup.options;
		this.queue = new JobQueue(jobs);
	}

	/** Requests in flight are awaited, except that n8n itself cuts them off when the execution is cancelled. */
	get isOver(): boolean {
		if (this.end?.why === 'cancelled') return true;
		return this.inFlight.size === 0 && (this.end !== undefined || this.queue.isEmpty);
	}

	get isCancelled(): boolean {
		return this.setup.isCancelled();
	}

	lookAround(now: number): void {
		if (this.isCancelled) this.end = { why: 'cancelled' };
		this.setup.onProgress(now);
	}

	/** @param mayBegin whether it may be an item for which nothing has been sent yet */
	isReady(now: number, mayBegin: boolean): boolean {
		const hasPlace = this.end === undefined && this.inFlight.size < this.options.concurrency;
		return hasPlace && this.queue.hasReady(now, mayBegin);
	}

	/** Only if it is ready. */
	take(now: number): Job {
		const job = this.queue.take(now);
		this.inFlight.add(job);
		return job;
	}

	async send(job: Job): Promise<Answer> {
		job.attempts++;
		return await this.setup.send(job.profile);
	}

	/** @returns whether that settles the job */
	land(job: Job, answer: Answer, now: number): boolean {
		this.inFlight.delete(job);
		if (answer.kind === 'fault') job.mayHaveBeenExecuted ||= answer.mayHaveBeenExecuted;
		const step = nextStep(answer, job, this.options, this.setup.random);
		if (step.kind === 'settle') {
			job.outcome = step.outcome;
			if (step.outcome.status === 'failed' && this.setup.stopAtFailure) this.end ??= { why: 'failedItem' };
			return true;
		}
		job.last = step.last;
		if (step.kind === 'waitForThrottle') {
			this.queue.sendAgain(job);
		} else {
			job.retries++;
			this.queue.retryAt(now + step.delay, job);
		}
		return false;
	}

	get waitingForRetry(): number {
		return this.end ? 0 : this.queue.waitingForRetry;
	}

	/** When a retry will be due; Infinity if none is awaited. */
	nextDue(now: number): number {
		const due = this.end ? Infinity : this.queue.nextDue();
		return due > now ? due : Infinity;
	}

	/** 'Max Throttle Wait' bounds being blocked, not the job: it starts again with each request that is let through. */
	get patienceEnd(): number {
		return (this.waitingSince ?? Infinity) + this.options.maxThrottleWait * 1000;
	}

	waitForThrottle(now: number): this {
		this.waitingSince ??= now;
		return this;
	}

	/** The throttle let a request through, of whichever run. */
	stopWaiting(now: number): void {
		this.throttleWait += now - (this.waitingSince ?? now);
		this.waitingSince = undefined;
	}

	/** The throttle refused a request, of whichever run; `retryAfter`: and asked for this wait, in ms. */
	throttled(now: number, retryAfter: number | undefined): void {
		if (this.queue.isEmpty) return;
		const { patienceEnd } = this.waitForThrottle(now);
		if (now < patienceEnd && now + (retryAfter ?? 0) <= patienceEnd) return;
		this.end ??= { why: 'throttle', ...(retryAfter === undefined ? {} : { askedFor: retryAfter }) };
	}

	/** Only a cancelled run still has jobs in flight: n8n cuts them off, and what they did is not known. */
	leave(now: number): void {
		this.stopWaiting(now);
		for (const job of this.inFlight) {
			job.mayHaveBeenExecuted = true;
			job.last = { code: 'CONNECTION_FAILED', httpStatus: null, detail: 'the execution was cancelled' };
		}
		const { end } = this;
		if (end) for (const job of this.jobs) job.outcome ??= outcomeAtEnd(job, end);
	}
}
