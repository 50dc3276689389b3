/** A pattern of more requests than this is not kept: memory must not grow with the run. */
const LONGEST_PATTERN = 20_000;

/** The time from one opening of the throttle to the next, and the requests in it. */
export class Cycle {
	/** Counts from 1; 0 before the first request. */
	number = 0;
	openedAt = 0;
	/** Requests of this cycle, those in flight included, and those that were let through. */
	used = 0;
	accepted = 0;
	/** When they started, in ms after the opening, in this cycle and the one before. */
	private starts: number[] = [];
	private pattern: number[] = [];

	/** @param requests that opened it: 1 if a probe was let through */
	begin(at: number, requests: 0 | 1 = 0): void {
		this.number++;
		this.openedAt = at;
		this.used = this.accepted = requests;
		this.pattern = this.starts;
		this.starts = requests === 0 ? [] : [0];
	}

	start(now: number): void {
		if (this.used < LONGEST_PATTERN) this.starts[this.used] = now - this.openedAt;
		this.used++;
	}

	letThrough(cycle: number): void {
		if (cycle === this.number) this.accepted++;
	}

	/** The server did not count it. */
	refuse(cycle: number): void {
		if (cycle === this.number) this.used--;
	}

	/** When the next request may start if it is to keep its distance from the one in its place a cycle ago. */
	nextInPattern(now: number): number {
		const start = this.pattern[this.used];
		return start === undefined ? now : this.openedAt + start;
	}

	/** The requests so far are no pattern to follow. */
	forgetPattern(): void {
		this.starts = [];
	}

	/** The whole cycle was so many ms too early; a request that started now is part of it. */
	moveBy(ms: number, now: number): void {
		this.openedAt += ms;
		this.start(now);
		this.accepted++;
	}
}
