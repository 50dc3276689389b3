/** The length is found to within this share of it, or so many ms: replies come no more regularly than that. */
const TOLERANCE = { share: 0.02, least: 15 };
/** So many times the length, and others may have used up what opened; what opens a little late means a longer window. */
const FAR_TOO_LATE = 1.3;

/** How many ms after a request started its place is free again. Found by halving what is left between two bounds. */
export class Window {
	/** It is worth probing whether the window is shorter. */
	private isSought = true;

	/** @param refusedUntil so long after its place was taken a probe was still refused */
	constructor(
		private ms: number,
		private refusedUntil: number,
	) {}

	get length(): number {
		return this.ms;
	}

	get tolerance(): number {
		return Math.max(TOLERANCE.least, TOLERANCE.share * this.ms);
	}

	/**
	 * When to probe whether the place taken at `takenAt` is free before it should be: in the middle of the time without any
	 * requests. Infinity: there is nothing to find out.
	 */
	earlyProbe(takenAt: number, lastStart: number): number {
		const lower = Math.max(this.refusedUntil, lastStart - takenAt);
		const isLoose = this.isSought && this.ms - lower > this.tolerance;
		return isLoose ? takenAt + (lower + this.ms) / 2 : Infinity;
	}

	/** The quota can't grow, so search whether the window is shorter; anew, if the last search had come to its end. */
	seek(): void {
		if (this.isFound) this.refusedUntil = 0;
		this.isSought = true;
	}

	/** An early probe was refused. */
	isLongerThan(ms: number): void {
		this.refusedUntil = ms;
		this.isSought = false;
	}

	/**
	 * A probe was accepted so many ms after its place was taken, and the last one before it refused so many ms after that; a
	 * negative number if none was. @returns whether the window is clearly shorter than it was thought to be
	 */
	probeAccepted(since: number, refused: number): boolean {
		if (since >= this.ms && (refused < 0 || since >= FAR_TOO_LATE * this.ms)) return false;
		const isShorter = this.ms - since > this.tolerance;
		this.refusedUntil = Math.min(Math.max(this.refusedUntil, refused), since);
		this.ms = Math.max(since, TOLERANCE.least);
		this.isSought = isShorter && !this.isFound;
		return isShorter;
	}

	/** A request in the middle of a cycle was refused, and accepted a moment later. */
	wasShort(since: number): void {
		// Only half of what was missing: the timing of our own requests may have caused the refusal.
		if (since > this.ms && since < FAR_TOO_LATE * this.ms) this.ms = (this.ms + since) / 2;
	}

	private get isFound(): boolean {
		return this.ms - this.refusedUntil <= this.tolerance;
	}
}
