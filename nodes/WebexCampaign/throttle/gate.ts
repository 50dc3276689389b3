import { Looks } from './looks';
import { A_LITTLE, Period } from './period';
import { Places } from './places';
import { Starts } from './starts';

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

/** The first wait while nothing is known (ms), and the shortest period: shorter ones are taken several as one. */
const SHORTEST = 150;

/**
 * One idea: **a place comes back one period after it was taken.** If N requests fit into a period of W ms, request i may
 * start W after request i - N. Whether the server counts in windows of its clock, in sliding ones or with a bucket of tokens,
 * what went through once goes through again a period later. Without a refusal the gate adds nothing.
 *
 * N and W are learned from replies alone. A refusal shuts the gate, and lone looks find the opening. The first opening
 * teaches nothing, since the run began amid a window; at the second, W is the time between the two, N what went through.
 * After that one of them is tried at a time: one place more at the end of a round, and if that is refused, a look amid the
 * pause that follows, whether it is over. What was refused is taken back.
 */
export class Gate implements ThrottleGate {
	private readonly starts = new Starts();
	private readonly period = new Period();
	private readonly places = new Places();
	private readonly looks: Looks;
	private inFlight = 0;
	private openings = 0;
	/** A refusal of a request that started before that tells nothing new. */
	private judgedAt = -Infinity;

	/** @param random uniform in [0, 1) */
	constructor(random: () => number) {
		this.looks = new Looks(random);
	}

	nextStart(now: number): number {
		return Math.max(this.nextPlace(now), this.looks.notBefore);
	}

	start(now: number): Ticket {
		const { looks, places, period } = this;
		const isMore = this.triesMore && this.backAt > now;
		const isLook = looks.isShut || (!isMore && this.goesAlone(now));
		if (isMore) places.startTrial();
		if (isLook) looks.isUnderWay = true;
		else {
			if (period.isKnown && this.isRoundOver(now)) places.beginRound(now);
			places.used++;
		}
		this.inFlight++;
		this.starts.add(now);
		return { startedAt: now, isLook, isMore: period.isKnown && places.isGrowing, round: places.round };
	}

	finish(ticket: Ticket, verdict: Verdict, now: number, retryAfter = 0): void {
		const { looks, places, period } = this;
		const { startedAt, isLook, isMore, round } = ticket;
		this.inFlight--;
		if (verdict === 'throttled' || (isLook && verdict === 'unheard')) this.starts.remove(startedAt);
		if (retryAfter > 0) looks.notBefore = Math.max(looks.notBefore, now + retryAfter);
		if (isLook) {
			looks.isUnderWay = false;
			if (verdict === 'accepted') this.open(startedAt);
			else this.endLook(startedAt, now, verdict === 'throttled');
		} else if (verdict === 'throttled') {
			if (round === places.round) places.used--;
			this.refuse(startedAt, now, isMore);
		} else if (places.isGrowing && (isMore ? verdict === 'accepted' : !period.isKnown)) places.count += 2;
	}

	/** When the place that the next request takes comes back. */
	private get backAt(): number {
		const place = this.starts.fromEnd(this.places.count);
		return place === -Infinity ? place : place + this.period.length;
	}

	private nextPlace(now: number): number {
		if (this.looks.isUnderWay) return Infinity;
		if (this.looks.isShut) return this.looks.nextAt;
		return this.backAt > now && this.triesMore ? now : Math.min(this.backAt, this.early);
	}

	/** All places are taken and, if a pause follows, heard of. */
	private get isRoundDone(): boolean {
		const isPause = this.backAt - this.starts.fromEnd(1) > this.period.tolerance;
		return this.period.isKnown && this.places.areUsedUp && !(isPause && this.inFlight > 0);
	}

	/** When to look whether the next place comes back early; Infinity: not. */
	private get early(): number {
		if (!this.isRoundDone) return Infinity;
		return this.period.early(this.backAt - this.period.length, this.starts.fromEnd(1));
	}

	private get triesMore(): boolean {
		return !this.looks.isShut && this.isRoundDone && this.places.isTimeForMore && this.early === Infinity;
	}

	/** Before its time, or after a pause: nothing else is refused along with it. */
	private goesAlone(now: number): boolean {
		const { period, places } = this;
		const idle = now - this.starts.fromEnd(1);
		if (idle > 2 * period.length) {
			// What was learned is old.
			places.tryMoreSoon();
			period.isSought = false;
		}
		return period.isKnown && (this.backAt > now || idle > A_LITTLE * period.length);
	}

	private isRoundOver(at: number): boolean {
		return this.places.areUsedUp || at >= this.places.roundBeganAt + this.period.length;
	}

	private refuse(at: number, now: number, isMore: boolean): void {
		const { looks, places, period } = this;
		if (period.isKnown && at < this.judgedAt) {
			if (isMore) places.takeBack();
			return;
		}
		if (looks.isShut || looks.isUnderWay) return;
		this.judgedAt = now;
		const wasTrial = isMore && places.isGrowing;
		places.isGrowing = false;
		if (!period.isKnown) return this.planUnknown(at, now);
		places.disturb();
		if (!wasTrial) return looks.plan(now, { at, since: at, least: period.tolerance });
		places.endTrial(this.starts.since(at - period.length));
		period.seek();
	}

	private planUnknown(at: number, now: number): void {
		if (this.openings > 0) this.looks.plan(now, { at, since: this.places.roundBeganAt, least: SHORTEST });
		else this.looks.plan(now, { at, least: SHORTEST });
	}

	/** A look was refused, or not heard of. */
	private endLook(at: number, now: number, wasRefused: boolean): void {
		const { looks, places, period, backAt } = this;
		if (wasRefused) looks.refusedAt = at;
		if (!period.isKnown) return this.planUnknown(at, now);
		const isAmidRound = places.used > 0 && at < places.roundBeganAt + period.length - period.tolerance;
		if (looks.isShut && isAmidRound) return this.endMoment(at, now);
		if (at >= backAt) return looks.plan(now, { at, since: backAt, least: period.tolerance });
		period.isLongerThan(wasRefused ? at - backAt + period.length : 0);
		places.lengthenPause();
	}

	private endMoment(at: number, now: number): void {
		const { looks, places, period } = this;
		if (places.used < A_LITTLE * places.count) {
			// All that was known is wrong.
			period.forget();
			this.openings = 0;
			return this.planUnknown(at, now);
		}
		places.learn(places.used);
		looks.open();
	}

	/** A look was let through. */
	private open(at: number): void {
		const { looks, places, period } = this;
		const wasShut = looks.isShut;
		looks.open();
		if (!period.isKnown) return this.openUnknown(at);
		const place = this.starts.fromEnd(places.count + 1);
		if (this.isRoundOver(at + period.tolerance)) {
			if (period.opens(at - place, looks.refusedAt - place)) places.tryMoreSoon();
			places.beginRound(at);
		} else if (wasShut) period.wasShort(at - place);
		places.used++;
	}

	private openUnknown(at: number): void {
		const { looks, places, period, starts } = this;
		const isFirst = this.openings++ === 0;
		const length = at - places.roundBeganAt;
		if (isFirst) starts.forgetAllBut(at);
		else if (length >= SHORTEST) {
			period.learn(length, Math.max(0, looks.refusedAt - places.roundBeganAt));
			places.learn(starts.count - 1);
		}
		if (!period.isKnown) {
			places.isGrowing = true;
			places.count = starts.count + 2;
		}
		if (isFirst || period.isKnown) places.beginRound(at);
		places.used++;
	}
}

export const makeThrottleGate = (random: () => number): ThrottleGate => new Gate(random);
