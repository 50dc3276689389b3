import { BestRate } from './bestRate';
import { Cycle } from './cycle';
import { checkRate, learnFromOpening, type Windows } from './lessons';
import { probeForFirstOpening, probeForNextOpening } from './probeTimes';
import { Quota } from './quota';
import { Shut } from './shut';
import { Spacing } from './spacing';

/**
 * Learns from replies alone how many requests a window takes and when the next one opens. A window's quota is sent at
 * once when it opens, in the pattern in which the last one was let through: that suits windows that follow the clock,
 * sliding ones and token buckets alike. Time goes in cycles, from one opening to the next.
 */
export class WindowLearner implements Windows {
	readonly quota = new Quota();
	readonly spacing = new Spacing();
	readonly best = new BestRate();
	readonly cycle = new Cycle();
	readonly shutting = new Shut();
	private openings = 0;
	private shortestWait = 0;
	/** The cycle that went on after a refusal: once is enough. */
	private wentOn = 0;

	get isKnown(): boolean {
		return this.spacing.isKnown;
	}

	get acceptedInCycle(): number {
		return this.cycle.accepted;
	}

	/** The next request is to go alone: it tries whether the next window opens earlier than is known. */
	get isTrial(): boolean {
		return this.isKnown && this.cycle.used >= this.quota.size && this.spacing.isLoose;
	}

	nextStart(now: number): number {
		if (!this.isKnown) return now;
		const { cycle, quota, spacing } = this;
		return cycle.used >= quota.size ? cycle.openedAt + spacing.next : cycle.nextInPattern(now);
	}

	/** @returns the cycle that the request belongs to */
	start(now: number): number {
		const { cycle, quota, spacing } = this;
		if (cycle.number === 0) cycle.begin(now);
		else if (this.isKnown && (cycle.used >= quota.size || now - cycle.openedAt >= spacing.accepted)) {
			if (cycle.used >= quota.size) this.endFullCycle();
			cycle.begin(now);
		}
		cycle.start(now);
		return cycle.number;
	}

	letThrough(cycle: number): void {
		this.cycle.letThrough(cycle);
	}

	refuse(cycle: number): void {
		this.cycle.refuse(cycle);
	}

	shut(at: number, retryAfter?: number): void {
		this.shutting.begin(at, this.spacing.shutUntil(at, retryAfter));
	}

	startTrial(at: number): void {
		this.shutting.beginTrial(at);
	}

	refuseProbe(at: number, retryAfter?: number): void {
		this.shutting.refuseProbe(this.spacing.shutUntil(at, retryAfter));
	}

	/** When to probe next while the throttle is shut. */
	nextProbe(now: number, random: () => number): number {
		const { cycle, shutting } = this;
		if (this.openings === 0) return probeForFirstOpening(now, shutting.at ?? Infinity, random);
		if (!this.isKnown) return probeForNextOpening(now, cycle.openedAt, this.shortestWait, random);
		return shutting.nextProbe(now, cycle, this.spacing);
	}

	/** A probe was let through. */
	open(at: number): void {
		this.openings++;
		if (this.isKnown && this.shutting.wasJustTooEarly(at, this.cycle, this.spacing)) {
			return this.goOnLater(at);
		}
		if (this.openings === 1) this.learnFirst(at);
		else learnFromOpening(this, at);
		this.cycle.begin(at, 1);
		if (this.isKnown) checkRate(this);
	}

	/**
	 * Let through at once, although more would go through in that time than did before the first opening: a sliding
	 * window frees its places one by one, and that is no new window.
	 */
	isTooSoon(at: number): boolean {
		const { cycle, best } = this;
		if (this.openings !== 1 || this.wentOn === cycle.number) return false;
		return best.isBelow(cycle.accepted, at - cycle.openedAt);
	}

	/** The window that refused a request a moment ago is still open. */
	goOn(at: number): void {
		this.wentOn = this.cycle.number;
		this.cycle.moveBy(0, at);
	}

	/** What was learned was not about windows. */
	forget(at: number): void {
		this.openings = 0;
		this.cycle.begin(at, 1);
	}

	private learnFirst(at: number): void {
		const { best, cycle, shutting } = this;
		this.shortestWait = shutting.until - (shutting.at ?? at);
		// A window that followed at once would make the rate look better than it is.
		if (shutting.refusedProbes > 0) best.compare(cycle.accepted, at - cycle.openedAt);
	}

	private endFullCycle(): void {
		const { quota, spacing, best } = this;
		spacing.openedAsExpected();
		if (!spacing.isLoose) quota.usedUp(best.isStarved(quota.size, spacing.accepted));
	}

	private goOnLater(at: number): void {
		const late = at - (this.shutting.at ?? at);
		this.spacing.stretch(late);
		this.cycle.moveBy(late, at);
		this.quota.endTest();
	}
}
