import type { Job } from './job';

/** Which job is sent next: those the throttle refused, then retries whose time has come, then fresh ones in input order. */
export class JobQueue {
	private nextFresh = 0;
	private readonly throttled: Job[] = [];
	/** In the order in which they are due. */
	private readonly retries: Array<{ job: Job; due: number }> = [];

	constructor(private readonly jobs: readonly Job[]) {}

	/** @param mayBegin whether a fresh one counts */
	hasReady(now: number, mayBegin: boolean): boolean {
		return (
			this.throttled.length > 0 || this.nextDue() <= now || (mayBegin && this.nextFresh < this.jobs.length)
		);
	}

	/** Takes the next job out of the queue. @throws Error if none is left */
	take(now: number): Job {
		const waiting = this.throttled.shift() ?? (this.nextDue() <= now ? this.retries.shift()?.job : undefined);
		const job = waiting ?? this.jobs[this.nextFresh++];
		if (!job) throw new Error('There is no job to take');
		return job;
	}

	sendAgain(job: Job): void {
		this.throttled.push(job);
	}

	retryAt(due: number, job: Job): void {
		this.retries.push({ job, due });
		this.retries.sort((a, b) => a.due - b.due);
	}

	/** When the next retry is due; Infinity if none waits. */
	nextDue(): number {
		return this.retries[0]?.due ?? Infinity;
	}

	get waitingForRetry(): number {
		return this.retries.length;
	}

	get isEmpty(): boolean {
		return this.throttled.length === 0 && this.retries.length === 0 && this.nextFresh >= this.jobs.length;
	}
}
