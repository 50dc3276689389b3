import type { Job } from './job';

/** Which job is sent next: those the throttle refused, then retries whose time has come, then fresh ones in input order. */
export class JobQueue {
	private nextFresh = 0;
	private readonly refused: Job[] = [];
	/** In the order in which they are due: in an outage thousands may wait. */
	private readonly retries: Array<{ job: Job; due: number }> = [];

	constructor(private readonly jobs: readonly Job[]) {}

	hasReady(now: number): boolean {
		return this.refused.length > 0 || this.nextFresh < this.jobs.length || this.nextDue() <= now;
	}

	/** Takes the next job out of the queue; undefined if none is ready. */
	take(now: number): Job | undefined {
		const refused = this.refused.shift();
		if (refused) return refused;
		if (this.nextDue() <= now) return this.retries.shift()?.job;
		return this.jobs[this.nextFresh++];
	}

	sendAgain(job: Job): void {
		this.refused.push(job);
	}

	retryAt(due: number, job: Job): void {
		let from = 0;
		let to = this.retries.length;
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((this.retries[middle]?.due ?? Infinity) <= due) from = middle + 1;
			else to = middle;
		}
		this.retries.splice(from, 0, { job, due });
	}

	/** When the next retry is due; Infinity if none waits. */
	nextDue(): number {
		return this.retries[0]?.due ?? Infinity;
	}

	get waitingForRetry(): number {
		return this.retries.length;
	}

	get isEmpty(): boolean {
		return this.refused.length === 0 && this.retries.length === 0 && this.nextFresh >= this.jobs.length;
	}
}
