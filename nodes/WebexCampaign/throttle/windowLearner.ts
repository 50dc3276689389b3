import { BestRate } from './bestRate';
import { Cycle } from './cycle';
import { closely, probeForFirstOpening, probeForNextOpening } from './probeTimes';
import { Quota } from './quota';
import { Spacing } from './spacing';

/** A refusal amid a window is often a matter of a few ms: soon after it is tried once more. */
const A_MOMENT = 50;
/** Windows shorter than this (ms) are taken several as one. */
const SHORTEST = 150;

/**
 * Learns from replies alone how many requests a window takes and when the next one opens. A window's quota is sent at
 * once when it opens, in the pattern in which the last one was let through: that suits windows that follow the clock,
 * sliding ones and token buckets alike. Time goes in cycles, from one opening to the next.
 */
export class WindowLearner {
	private readonly quota = new Quota();
	private readonly spacing = new Spacing();
	private readonly best = new BestRate();

	private readonly cycle = new Cycle();
	private openings = 0;
	/** undefined: the throttle is not shut, only the next cycle is being tried for. */
	private shutAt: number | undefined;
	private shutUntil = 0;
	private refusedProbes = 0;
	private shortestWait = 0;

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
		this.shutAt = at;
		this.shutUntil = this.spacing.shutUntil(at, retryAfter);
		this.refusedProbes = 0;
	}

	startTrial(at: number): void {
		this.shut(at);
		this.shutAt = undefined;
	}

	refuseProbe(at: number, retryAfter?: number): void {
		this.shutUntil = this.spacing.shutUntil(at, retryAfter);
		this.refusedProbes++;
	}

	/** When to probe next while the throttle is shut. */
	nextProbe(now: number, random: () => number): number {
		const { cycle, spacing, shutAt, refusedProbes } = this;
		if (this.openings === 0) return probeForFirstOpening(now, shutAt ?? Infinity, random);
		if (!this.isKnown) return probeForNextOpening(now, cycle.openedAt, this.shortestWait, random);

		const expected = cycle.openedAt + spacing.accepted;
		const soon = closely(now, cycle.openedAt, now + spacing.tolerance * 2 ** Math.min(refusedProbes, 6));
		if (cycle.accepted === 0) return soon;
		if (shutAt !== undefined && refusedProbes === 0) return Math.min(expected, now + A_MOMENT);
		if (shutAt !== undefined && refusedProbes === 1 && soon < expected) return soon;
		return now < expected ? expected : soon;
	}

	/** A probe was let through. */
	open(at: number): void {
		this.openings++;
		if (this.isKnown && this.wasJustTooEarly(at)) return this.goOn(at);
		this.learn(at);
		this.cycle.begin(at, 1);
		if (this.isKnown) this.check();
	}

	/** What was learned was not about windows. */
	forget(at: number): void {
		this.openings = 0;
		this.cycle.begin(at, 1);
	}

	private endFullCycle(): void {
		const { quota, spacing, best } = this;
		spacing.openedAsExpected();
		if (!spacing.isLoose) quota.usedUp(best.isStarved(quota.size, spacing.accepted));
	}

	/** Let through again after a moment, amid a window: its quota is not used up, the pattern was a little fast. */
	private wasJustTooEarly(at: number): boolean {
		const { accepted, tolerance } = this.spacing;
		if (this.shutAt === undefined || this.refusedProbes > 0 || this.cycle.accepted === 0) return false;
		return at - this.shutAt < 0.15 * accepted && at - this.cycle.openedAt < accepted - tolerance / 2;
	}

	private goOn(at: number): void {
		const late = at - (this.shutAt ?? at);
		this.spacing.stretch(late);
		this.cycle.moveBy(late, at);
		this.quota.endTest();
	}

	/** What the opening of a window tells about its length, and the end of the last one about its quota. */
	private learn(at: number): void {
		const { quota, spacing } = this;
		const since = at - this.cycle.openedAt;
		const refused = this.shutUntil - this.cycle.openedAt;
		if (this.openings === 1) {
			this.shortestWait = this.shutUntil - (this.shutAt ?? at);
			// A window that followed at once would make the rate look better than it is.
			if (this.refusedProbes > 0) this.best.compare(this.cycle.accepted, since);
		} else if (!this.isKnown) {
			spacing.learn(since, refused);
			quota.is(this.cycle.accepted);
		} else if (this.cycle.accepted === 0) {
			// The window had been taken as open when it was not.
			spacing.openedLater(since, refused);
			this.cycle.forgetPattern();
		} else if (this.shutAt === undefined) {
			if (this.refusedProbes === 0) spacing.openedInTrial(since);
			else spacing.openedLate(since, refused);
		} else {
			quota.is(this.cycle.accepted);
			quota.endTest();
			if (this.refusedProbes > 0 && since < 0.75 * spacing.accepted) spacing.learn(since, refused);
			else spacing.openedLate(since, refused);
		}
	}

	private check(): void {
		const { quota, spacing } = this;
		const longest = this.best.compare(quota.size, spacing.accepted);
		if (longest !== undefined) spacing.shorten(longest);
		if (spacing.accepted >= SHORTEST || quota.size === 1) return;
		const factor = Math.ceil(SHORTEST / spacing.accepted);
		spacing.multiply(factor);
		quota.size *= factor;
	}
}
