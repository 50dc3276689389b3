/** A trial may cost a refusal or two, so while they fail there is one in so many requests at most. */
const LONGEST_PAUSE = 240;

/** How many requests one period takes. To take each place once is a round. */
export class Places {
	count = 1;
	/** Not known yet: each accepted request makes room for two more. */
	isGrowing = true;
	round = 0;
	/** ms */
	roundBeganAt = 0;
	/** Taken in this round. */
	used = 0;
	/** What is known while more is tried. */
	private known = 1;
	private calmRounds = 0;
	private pause = 1;

	get areUsedUp(): boolean {
		return this.used >= this.count;
	}

	get isTimeForMore(): boolean {
		return !this.isGrowing && this.areUsedUp && this.calmRounds >= this.pause;
	}

	beginRound(at: number): void {
		this.round++;
		this.roundBeganAt = at;
		this.used = 0;
		this.calmRounds++;
	}

	learn(count: number): void {
		this.count = Math.max(1, count);
		this.isGrowing = false;
		this.tryMoreSoon();
	}

	startTrial(): void {
		this.isGrowing = true;
		this.known = this.count++;
	}

	/** A request of the trial was refused. @param letThrough so many in one period */
	takeBack(letThrough: number): void {
		this.count = Math.max(this.known, Math.min(this.count, letThrough));
	}

	tryMoreSoon(): void {
		this.pause = 1;
	}

	tryMoreLater(): void {
		this.pause = Math.min(Math.ceil(LONGEST_PAUSE / this.count), 2 * this.pause);
		this.disturb();
	}

	/** Calm rounds are counted anew. */
	disturb(): void {
		this.calmRounds = 0;
	}
}
