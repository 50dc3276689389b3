/** Below this share of the best rate ever seen, others are using up the windows, or the throttle has changed. */
const STARVED = 0.4;
/** Each time it seems so, the best rate is trusted a little less. */
const FORGET = 0.8;
/** Rates over less than this (ms) are chance. */
const SHORTEST_PERIOD = 500;

/** The best rate that the throttle has let through, in requests a ms, and over how long it was. */
export class BestRate {
	private rate = 0;
	private over = 0;

	isStarved(requests: number, period: number): boolean {
		return requests < STARVED * this.rate * Math.max(SHORTEST_PERIOD, period);
	}

	/** Whether this rate is better than any that has been seen; false as long as none has. */
	isBelow(requests: number, period: number): boolean {
		return this.rate > 0 && requests > this.rate * period;
	}

	/** @returns how long a window can be at most, if this rate is far below what has been seen */
	compare(requests: number, period: number): number | undefined {
		if (this.isStarved(requests, period)) {
			this.rate *= FORGET;
			return 2 * this.over;
		}
		const over = Math.max(SHORTEST_PERIOD, period);
		if (requests / over > this.rate) {
			this.rate = requests / over;
			this.over = over;
		}
		return undefined;
	}
}
