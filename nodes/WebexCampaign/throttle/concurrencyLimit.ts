/** So many requests in a row at the limit, then one more is tried; each failed try doubles the number. */
const FIRST_RAISE = 40;
const LATEST_RAISE = 1000;
/** A limit on concurrency refuses among the very first requests; one that has let more through counts time. */
const MOST_BEFORE_REFUSAL = 25;

/** How many requests may be under way at once, if that is what the throttle limits. Infinite until it shows. */
export class ConcurrencyLimit {
	size = Infinity;
	/** Requests that were under way at the first refusal, and those of them that were let through. */
	private witnesses = 0;
	private letThroughThen = 0;
	private inARow = 0;
	private raiseAfter = FIRST_RAISE;

	get isKnown(): boolean {
		return this.size < Infinity;
	}

	/** The first refusal came while so many others were under way: those that are let through tell the limit. */
	watch(inFlight: number): void {
		this.witnesses = inFlight;
		this.letThroughThen = 0;
	}

	letThrough(inFlight: number): void {
		if (this.witnesses > 0) {
			this.witnesses--;
			this.letThroughThen++;
		}
		if (inFlight < this.size || ++this.inARow < this.raiseAfter) return;
		this.inARow = 0;
		this.size++;
	}

	/** Refused although others were under way. */
	lower(): void {
		this.size = Math.max(1, this.size - 1);
		this.inARow = 0;
		this.raiseAfter = Math.min(LATEST_RAISE, 2 * this.raiseAfter);
	}

	/** Whether a refusal after so many requests, gone as soon as nothing was under way, was one of concurrency. */
	explains(letThrough: number): boolean {
		return letThrough <= MOST_BEFORE_REFUSAL;
	}

	adopt(): void {
		this.size = Math.max(1, this.letThroughThen);
		this.inARow = 0;
	}

	forget(): void {
		this.size = Infinity;
	}
}
