/** The length is found to within this share of it, or so many ms: replies come no more regularly than that. */
const TOLERANCE = { share: 0.02, least: 15 };
/** At one refusal the window grows to at most so many times what it was. */
const MOST_GROWTH = 1.3;

/** How many ms after a request started its place is free again. Found by dividing what is left between two bounds. */
export class Window {
	/** @param refusedUntil so long after its place was taken a probe was refused @param isSought probe if it is shorter */
	constructor(
		private ms: number,
		private refusedUntil: number,
		private isSought: boolean,
	) {}

	get length(): number {
		return this.ms;
	}

	get tolerance(): number {
		return Math.max(TOLERANCE.least, TOLERANCE.share * this.ms);
	}

	/**
	 * When to probe whether the place taken at `takenAt` is free before it should be. Infinity: there is nothing to find out.
	 * In the geometric middle of the time without any requests: a window may be many times too long if others have used it up.
	 */
	earlyProbe(takenAt: number, lastStart: number): number {
		const lower = Math.max(this.refusedUntil, lastStart - takenAt, this.tolerance);
		const isLoose = this.isSought && this.ms - lower > this.tolerance;
		return isLoose ? takenAt + Math.sqrt(lower * this.ms) : Infinity;
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
	 * A probe was accepted so many ms after its place was taken, and the latest refusal was of a request that started so many
	 * ms after that, a negative number if before. @returns whether the window is clearly shorter than it was thought to be
	 */
	probeAccepted(since: number, refused: number): boolean {
		if (since >= this.ms) {
			if (refused >= 0) this.wasShort(refused, since);
			return false;
		}
		const isShorter = this.ms - since > this.tolerance;
		this.refusedUntil = Math.min(Math.max(this.refusedUntil, refused), since);
		this.ms = Math.max(since, TOLERANCE.least);
		this.isSought = isShorter && !this.isFound;
		return isShorter;
	}

	/**
	 * A request was refused so many ms after its place was taken, and accepted later. Others may have used up what opened in
	 * between, so the window grows by little, again and again if need be.
	 */
	wasShort(refused: number, accepted: number): void {
		const longest = MOST_GROWTH * this.ms;
		if (accepted > this.ms) this.ms = (Math.max(this.ms, Math.min(refused, longest)) + Math.min(accepted, longest)) / 2;
	}

	private get isFound(): boolean {
		return this.ms - this.refusedUntil <= this.tolerance;
	}
}
