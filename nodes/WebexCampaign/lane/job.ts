import type { FailureInfo } from '../api/answer';

/** Something to be sent to the API, and what is known of it so far. */
export interface Job {
	/** Requests sent for it so far, those that the throttle refused and those of earlier tries of the node included. */
	attempts: number;
	/** Attempts of this run that were retries; waiting for the throttle does not count. */
	retries: number;
	/** An attempt was sent whose end is not known: from now on "not found" may be our own doing. */
	mayHaveBeenExecuted: boolean;
	/** What the last attempt came to, as long as nothing is settled. */
	last?: FailureInfo;
}

/** Which job is sent next: those the throttle refused, then retries whose time has come, then new ones in input order. */
export class JobQueue<J extends Job> {
	private nextNew = 0;
	private readonly throttled: J[] = [];
	/** In the order in which they are due. */
	private readonly retries: Array<{ job: J; due: number }> = [];

	constructor(private readonly jobs: readonly J[]) {}

	/** @param allowsNew whether one that was not sent yet counts */
	hasReady(now: number, allowsNew: boolean): boolean {
		return this.throttled.length > 0 || this.nextRetryAt <= now || (allowsNew && this.nextNew < this.jobs.length);
	}

	/** Takes the next job out of the queue. @throws Error if none is left */
	take(now: number): J {
		const again = this.throttled.shift() ?? (this.nextRetryAt <= now ? this.retries.shift()?.job : undefined);
		const job = again ?? this.jobs[this.nextNew++];
		if (!job) throw new Error('There is no job to take');
		return job;
	}

	sendAgain(job: J): void {
		this.throttled.push(job);
	}

	retryAt(due: number, job: J): void {
		this.retries.push({ job, due });
		this.retries.sort((a, b) => a.due - b.due);
	}

	/** When the next retry is due; Infinity if none waits. */
	get nextRetryAt(): number {
		return this.retries[0]?.due ?? Infinity;
	}

	get waitingForRetry(): number {
		return this.retries.length;
	}

	/** Some were sent and wait to be sent again. */
	get hasUnsettled(): boolean {
		return this.throttled.length > 0 || this.retries.length > 0;
	}

	get isEmpty(): boolean {
		return !this.hasUnsettled && this.nextNew >= this.jobs.length;
	}
}
