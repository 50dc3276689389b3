/** The period is found to within this share of it, or so many ms: replies come no more regularly than that. */
const TOLERANCE = 0.02;
const LEAST_TOLERANCE = 15;
/** Later by up to this share of the period is a little late; fewer places than this share of the known ones are far fewer. */
export const A_LITTLE = 0.3;

/** How long it takes until a place comes back, in ms. */
export class Period {
	/** Infinite until two openings have been seen. */
	length = Infinity;
	/** It is worth looking whether it is shorter. */
	isSought = false;
	/** It is longer than this: a look was refused. */
	private lower = 0;
	private timesFarTooLate = 0;

	get isKnown(): boolean {
		return this.length < Infinity;
	}

	get tolerance(): number {
		return Math.max(LEAST_TOLERANCE, TOLERANCE * this.length);
	}

	/** @param lower so long after the first opening a look was refused */
	learn(length: number, lower: number): void {
		this.length = length;
		this.lower = lower;
		this.isSought = true;
	}

	forget(): void {
		this.length = Infinity;
		this.isSought = false;
	}

	/** When to look whether the place taken at `place` comes back early: amid the time in which the gate would idle. */
	early(place: number, lastStart: number): number {
		const lower = Math.max(this.lower, lastStart - place);
		const isLoose = this.isSought && this.length - lower > this.tolerance;
		return isLoose ? place + (lower + this.length) / 2 : Infinity;
	}

	/** No more goes through in a period than is known: but perhaps it is shorter. */
	seek(): void {
		if (this.isFound) this.lower = 0;
		this.isSought = true;
	}

	/** An early look was refused. */
	isLongerThan(lower: number): void {
		this.lower = lower;
		this.isSought = false;
	}

	/**
	 * A look was let through.
	 *
	 * @param since how long after its place was taken
	 * @param refused how long after that the last look was refused; negative if none was
	 * @returns whether the period is clearly shorter than it was thought to be
	 */
	opens(since: number, refused: number): boolean {
		if (since >= this.length) {
			if (refused < 0) return false;
			// Far too late: once, others may have used up what opened. Twice in a row it is longer.
			this.timesFarTooLate = this.isALittleLate(since) ? 0 : this.timesFarTooLate + 1;
			if (this.timesFarTooLate === 1) return false;
			this.timesFarTooLate = 0;
		}
		const isShorter = this.length - since > this.tolerance;
		this.lower = Math.min(Math.max(this.lower, refused), since);
		this.length = Math.max(since, LEAST_TOLERANCE);
		this.isSought = isShorter && !this.isFound;
		return isShorter;
	}

	/** A request amid a round was refused, and let through a moment later. */
	wasShort(since: number): void {
		// Half of it: it may also have been the pattern of the requests, which has moved with this one.
		if (since > this.length && this.isALittleLate(since)) this.length = (this.length + since) / 2;
	}

	private get isFound(): boolean {
		return this.length - this.lower <= this.tolerance;
	}

	private isALittleLate(since: number): boolean {
		return since < (1 + A_LITTLE) * this.length;
	}
}
