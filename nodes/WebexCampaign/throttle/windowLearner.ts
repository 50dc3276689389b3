import { BestRate } from './bestRate';
import { Quota } from './quota';
import { Spacing } from './spacing';

/** Waits in ms before the first probes, and by how much each next one is longer: few probes, and yet none far too late. */
const FIRST_WAIT = 300;
const FIRST_WAITS_GROW = 1.4;
const NEXT_WAITS_GROW = 1.2;
const JITTER = 0.05;
/** In ms. Windows of up to five minutes, the usual patience, are looked for so closely that others can't keep us out. */
const CLOSELY = { during: 300_000, step: 2000 };
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

	private cycle = 0;
	private openedAt = 0;
	/** Requests of this cycle, those in flight included, and those that were let through. */
	private used = 0;
	private accepted = 0;
	/** When they started, in ms after the opening, in this cycle and the one before. */
	private starts: number[] = [];
	private pattern: number[] = [];

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
		return this.accepted;
	}

	/** The next request is to go alone: it tries whether the next window opens earlier than is known. */
	get isTrial(): boolean {
		return this.isKnown && this.used >= this.quota.size && this.spacing.isLoose;
	}

	nextStart(now: number): number {
		if (!this.isKnown) return now;
		if (this.used >= this.quota.size) return this.openedAt + this.spacing.next;
		const start = this.pattern[this.used];
		return start === undefined ? now : this.openedAt + start;
	}

	/** @returns the cycle that the request belongs to */
	start(now: number): number {
		if (this.cycle === 0) this.begin(now);
		else if (this.isKnown && (this.used >= this.quota.size || now - this.openedAt >= this.spacing.accepted)) {
			if (this.used >= this.quota.size) this.endFullCycle();
			this.begin(now);
		}
		this.starts[this.used++] = now - this.openedAt;
		return this.cycle;
	}

	letThrough(cycle: number): void {
		if (cycle === this.cycle) this.accepted++;
	}

	/** The server did not count it. */
	refuse(cycle: number): void {
		if (cycle === this.cycle) this.used--;
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
		const jitter = 1 - JITTER + 2 * JITTER * random();
		const shutAt = this.shutAt ?? Infinity;
		const closely = (at: number, since: number) =>
			now - since < CLOSELY.during ? Math.min(at, now + CLOSELY.step) : at;
		if (this.openings === 0) {
			return closely(shutAt + Math.max(FIRST_WAIT, (now - shutAt) * FIRST_WAITS_GROW) * jitter, shutAt);
		}
		if (!this.isKnown) {
			const next = closely(this.openedAt + (now - this.openedAt) * NEXT_WAITS_GROW * jitter, this.openedAt);
			return Math.max(next, this.openedAt + this.shortestWait * jitter);
		}

		const expected = this.openedAt + this.spacing.accepted;
		const soon = closely(now + this.spacing.tolerance * 2 ** Math.min(this.refusedProbes, 6), this.openedAt);
		if (this.accepted === 0) return soon;
		if (this.shutAt !== undefined && this.refusedProbes === 0) return Math.min(expected, now + A_MOMENT);
		if (this.shutAt !== undefined && this.refusedProbes === 1 && soon < expected) return soon;
		return now < expected ? expected : soon;
	}

	/** A probe was let through. */
	open(at: number): void {
		this.openings++;
		if (this.isKnown && this.wasJustTooEarly(at)) return this.goOn(at);
		this.learn(at);
		this.begin(at);
		this.starts[0] = 0;
		this.used = this.accepted = 1;
		if (this.isKnown) this.check();
	}

	/** What was learned was not about windows. */
	forget(at: number): void {
		this.openings = 0;
		this.begin(at);
		this.used = this.accepted = 1;
	}

	private begin(now: number): void {
		this.cycle++;
		this.openedAt = now;
		this.used = 0;
		this.accepted = 0;
		this.pattern = this.starts;
		this.starts = [];
	}

	private endFullCycle(): void {
		const { quota, spacing, best } = this;
		spacing.openedAsExpected();
		if (!spacing.isLoose) quota.usedUp(best.isStarved(quota.size, spacing.accepted));
	}

	/** Let through again after a moment, amid a window: its quota is not used up, the pattern was a little fast. */
	private wasJustTooEarly(at: number): boolean {
		const { accepted, tolerance } = this.spacing;
		if (this.shutAt === undefined || this.refusedProbes > 0 || this.accepted === 0) return false;
		return at - this.shutAt < 0.15 * accepted && at - this.openedAt < accepted - tolerance / 2;
	}

	private goOn(at: number): void {
		const late = at - (this.shutAt ?? at);
		this.spacing.stretch(late);
		this.openedAt += late;
		this.starts[this.used++] = at - this.openedAt;
		this.accepted++;
		this.quota.endTest();
	}

	/** What the opening of a window tells about its length, and the end of the last one about its quota. */
	private learn(at: number): void {
		const { quota, spacing } = this;
		const since = at - this.openedAt;
		const refused = this.shutUntil - this.openedAt;
		if (this.openings === 1) {
			this.shortestWait = this.shutUntil - (this.shutAt ?? at);
			// A window that followed at once would make the rate look better than it is.
			if (this.refusedProbes > 0) this.best.compare(this.accepted, since);
		} else if (!this.isKnown) {
			spacing.learn(since, refused);
			quota.is(this.accepted);
		} else if (this.accepted === 0) {
			// The window had been taken as open when it was not.
			spacing.openedLater(since, refused);
			this.starts = [];
		} else if (this.shutAt === undefined) {
			if (this.refusedProbes === 0) spacing.accepted = since;
			else spacing.openedLate(since, refused);
		} else {
			quota.is(this.accepted);
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
