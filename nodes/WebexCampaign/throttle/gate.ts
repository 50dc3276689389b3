/**
 * One idea: **a place comes back one period after it was taken.** If N requests fit into a period of W ms, request i may
 * start W after request i - N. Whether the server counts in windows of its clock, in sliding ones or with a bucket of tokens,
 * what went through once goes through again a period later. Without a refusal it only starts gently.
 *
 * N and W are learned from replies alone. A refusal shuts the gate, and lone looks find the opening. The first opening
 * teaches nothing, since the run began amid a window; at the second, W is the time between the two, N what went through.
 * After that one of them is tried at a time: one place more at the end of a round, and if that is refused, a look amid the
 * pause that follows, whether it is over. What was refused is taken back.
 */

import { Learner } from './learner';

/** How a request ended, as far as it tells something about the throttle. */
export type Verdict =
	/** A reply that is not a throttle refusal. */
	| 'accepted'
	/** HTTP or API code 429: not executed. */
	| 'throttled'
	/** Lost, timed out, a server fault without a word: tells nothing. */
	| 'unheard';

/** A request under way. */
export interface Ticket {
	readonly startedAt: number;
	/** It goes alone, to see whether the throttle is open. */
	readonly isLook: boolean;
	/** It tries whether there are more places than are known. */
	readonly isMore: boolean;
	/** The round that it belongs to. */
	readonly round: number;
}

/** Decides when the next request may start. All times are ms on one monotonic clock. */
export interface ThrottleGate {
	/** At or before `now`: at once. Infinity: not before another reply has come. Pure. */
	nextStart(now: number): number;
	/** A request starts: also one that is sent earlier than `nextStart` as a last look. */
	start(now: number): Ticket;
	/** Its end. `retryAfter` is the wait that the reply asked for, if it did. */
	finish(ticket: Ticket, verdict: Verdict, now: number, retryAfter?: number): void;
}

/** Learns the places and their period as it goes, and keeps to them. */
export class Gate implements ThrottleGate {
	private readonly learner: Learner;
	private inFlight = 0;
	/** Of the last request that was let through, in ms. */
	private roundTrip = 0;

	/** @param random uniform in [0, 1) */
	constructor(random: () => number) {
		this.learner = new Learner(random);
	}

	nextStart(now: number): number {
		return Math.max(this.nextPlace(now), this.learner.looks.notBefore);
	}

	start(now: number): Ticket {
		const { learner } = this;
		const { looks, places, period, starts } = learner;
		const isEarly = period.isKnown && learner.backAt > now;
		const isMore = isEarly && this.triesMore;
		// Before its time it goes alone, so that nothing else is refused along with it.
		const isLook = looks.isShut || (isEarly && !isMore);
		// After a pause what was learned is old.
		if (now - starts.fromEnd(1) > 2 * period.length) places.tryMoreSoon();
		if (isMore) places.startTrial();
		if (isLook) looks.isUnderWay = true;
		else {
			if (period.isKnown && learner.isRoundOver(now)) places.beginRound(now);
			places.used++;
		}
		this.inFlight++;
		starts.add(now);
		return { startedAt: now, isLook, isMore: period.isKnown && places.isGrowing, round: places.round };
	}

	finish({ startedAt, isLook, isMore, round }: Ticket, verdict: Verdict, now: number, retryAfter = 0): void {
		const { learner } = this;
		const { looks, places, period, starts } = learner;
		this.inFlight--;
		if (verdict === 'accepted') this.roundTrip = now - startedAt;
		if (verdict === 'throttled' || (isLook && verdict === 'unheard')) starts.remove(startedAt);
		if (retryAfter > 0) looks.notBefore = Math.max(looks.notBefore, now + retryAfter);
		if (isLook) {
			looks.isUnderWay = false;
			if (verdict === 'accepted') learner.open(startedAt);
			else learner.endLook(startedAt, now, verdict === 'throttled');
		} else if (verdict === 'throttled') {
			if (round === places.round) places.used--;
			learner.refuse(startedAt, now, isMore);
		} else if (places.isGrowing && (isMore ? verdict === 'accepted' : !period.isKnown)) places.count += 2;
	}

	private nextPlace(now: number): number {
		const { looks, backAt } = this.learner;
		if (looks.isUnderWay) return Infinity;
		if (looks.isShut) return looks.nextAt;
		return backAt > now && this.triesMore ? now : Math.min(backAt, this.early);
	}

	/** When to look whether the next place comes back early. Infinity: not, or not before all requests are heard of. */
	private get early(): number {
		const { places, period, starts, backAt } = this.learner;
		if (!period.isKnown || !places.areUsedUp || this.inFlight > 0) return Infinity;
		return period.early(backAt - period.length, starts.fromEnd(1));
	}

	/** One place more than is known, if nothing is left to find out about the period. */
	private get triesMore(): boolean {
		const { looks, places, period, starts, backAt } = this.learner;
		if (!period.isKnown || looks.isShut || !places.isTimeForMore) return false;
		// Replies are waited for if they can come before the next place does.
		return this.inFlight > 0 ? backAt < starts.fromEnd(1) + this.roundTrip : this.early === Infinity;
	}
}
