/** A test asks for so much more than is known to be let through; if it is, the next cycle asks for twice as much. */
const FIRST_TEST = 0.05;
/** So many raises in a row may be chance (tokens saved up while the gate was shut); more show that there is room. */
const BY_CHANCE = 3;
/** A failed test doubles the number of cycles until the next one, up to this, or more if the quota is small. */
const LONGEST_PAUSE = 4;
const LONGEST_PAUSE_OF_ONE = 120;

/** How many requests one window takes. Infinite until a window has been seen from its opening to its refusal. */
export class Quota {
	size = Infinity;
	/** Raises in a row that were let through, the one being tried included. */
	private raises = 0;
	private cyclesSinceTest = 0;
	private pause = 1;

	/** A window has been used up without a refusal: from time to time a little more is tried, and then ever more. */
	usedUp(starved: boolean): void {
		if (starved) {
			this.size *= 2;
		} else if (this.raises > 0) {
			this.size *= 2;
			if (++this.raises > BY_CHANCE) this.pause = 1;
		} else if (++this.cyclesSinceTest >= this.pause) {
			this.size += Math.max(1, Math.round(FIRST_TEST * this.size));
			this.raises = 1;
		}
	}

	/** The window took this many and no more. */
	is(accepted: number): void {
		this.size = Math.max(1, accepted);
	}

	/** More was refused: the next test can wait. */
	endTest(): void {
		this.cyclesSinceTest = 0;
		if (this.raises > 0 && this.raises <= BY_CHANCE) {
			const longest = Math.max(LONGEST_PAUSE, Math.ceil(LONGEST_PAUSE_OF_ONE / this.size));
			this.pause = Math.min(this.pause * 2, longest);
		}
		this.raises = 0;
	}
}
