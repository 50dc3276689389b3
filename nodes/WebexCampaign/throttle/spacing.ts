/** Openings are found to within this share of the window's length, or so many ms: finer would cost more than it gains. */
const TOLERANCE = 0.03;
const LEAST_TOLERANCE = 15;
/** Retry-After counts in whole seconds, and every refusal then costs a wait: no use in trying to the millisecond. */
const TOLERANCE_OF_RETRY_AFTER = 1000;
/** So many windows that opened as expected outweigh one that did not: then others have been at it, not the clock. */
const MOST_TRUST = 4;

/** How long it takes from one window's opening to the next: more than `refused`, no more than `accepted` (ms). */
export class Spacing {
	refused = 0;
	accepted = Infinity;
	private trust = 0;
	private waitsAreNamed = false;

	get isKnown(): boolean {
		return this.accepted < Infinity;
	}

	get tolerance(): number {
		return Math.max(LEAST_TOLERANCE, TOLERANCE * this.accepted);
	}

	/** The two bounds are so far apart that it pays to try between them. */
	get isLoose(): boolean {
		const tolerance = this.waitsAreNamed ? TOLERANCE_OF_RETRY_AFTER : this.tolerance;
		return this.accepted - this.refused > tolerance;
	}

	/** When to try next, in ms after the last opening. */
	get next(): number {
		return this.isLoose ? (this.refused + this.accepted) / 2 : this.accepted;
	}

	/** @returns until when a refusal says that the throttle is shut */
	shutUntil(at: number, retryAfter: number | undefined): number {
		if (!retryAfter) return at;
		this.waitsAreNamed = true;
		return Math.max(at, at + retryAfter - TOLERANCE_OF_RETRY_AFTER);
	}

	learn(accepted: number, refused: number): void {
		this.accepted = accepted;
		this.refused = Math.min(refused, accepted);
	}

	/** A trial was let through. One that replies held up shows that they, and not the throttle, set the pace. */
	openedInTrial(since: number): void {
		const wasHeldUp = since > this.next + this.tolerance;
		this.accepted = since;
		if (wasHeldUp) this.refused = Math.max(this.refused, since - this.tolerance);
	}

	openedAsExpected(): void {
		this.trust = Math.min(MOST_TRUST, this.trust + 1);
	}

	/** A window opened later than expected: believed if it is a little, or if it happens again and again. */
	openedLate(accepted: number, refused: number): void {
		if (this.trust > 0 && accepted > this.accepted + 2 * this.tolerance) {
			this.trust--;
			return;
		}
		if (accepted > this.accepted + this.tolerance / 2) this.accepted = accepted;
		this.refused = Math.max(this.refused, Math.min(refused, this.accepted));
	}

	/** A window that was taken as open opened only so much later: `accepted` and `refused` count from the expected opening. */
	openedLater(accepted: number, refused: number): void {
		if (this.trust > 0 && accepted > 2 * this.tolerance) {
			this.trust--;
			return;
		}
		this.refused = this.accepted + refused;
		this.accepted += accepted;
	}

	/** Requests within a window came a little too early: the whole pattern has to move. */
	stretch(ms: number): void {
		this.accepted += Math.min(ms, 2 * this.tolerance);
		this.refused = Math.max(this.refused, this.accepted - this.tolerance);
	}

	/** Was learned while others used up the windows: begin again from a likelier length. */
	shorten(to: number): void {
		this.accepted = Math.min(this.accepted, to);
		this.refused = Math.min(this.refused, this.accepted / 2);
	}

	/** Takes several windows as one. */
	multiply(factor: number): void {
		this.accepted *= factor;
		this.refused = this.accepted - this.tolerance;
	}
}
