import { Looks } from './looks';
import { A_LITTLE, Period } from './period';
import { Places } from './places';
import { Starts } from './starts';

/** The first wait while nothing is known (ms), and the shortest period: shorter ones are taken several as one. */
const SHORTEST = 150;

/** What replies teach about the places and their period. All times in ms. */
export class Learner {
	readonly starts = new Starts();
	readonly period = new Period();
	readonly places = new Places();
	readonly looks: Looks;
	private openings = 0;
	/** A refusal of a request that started before that tells nothing new. */
	private judgedAt = -Infinity;

	constructor(random: () => number) {
		this.looks = new Looks(random);
	}

	/** When the place that the next request takes comes back. */
	get backAt(): number {
		const place = this.starts.fromEnd(this.places.count);
		return place === -Infinity ? place : place + this.period.length;
	}

	isRoundOver(at: number): boolean {
		return this.places.areUsedUp || at >= this.places.roundBeganAt + this.period.length;
	}

	/** @param at when the request started that was refused */
	refuse(at: number, now: number, isMore: boolean): void {
		const { looks, places, period } = this;
		if (period.isKnown && at < this.judgedAt) {
			if (isMore) places.takeBack(places.count - 1);
			return;
		}
		if (looks.isShut || looks.isUnderWay) return;
		this.judgedAt = now;
		places.disturb();
		const wasTrial = isMore && places.isGrowing;
		places.isGrowing = false;
		if (wasTrial) {
			places.takeBack(this.starts.since(at - period.length));
			places.tryMoreLater();
			period.seek();
		} else if (period.isKnown) {
			looks.plan(now, at, at, period.tolerance);
		} else {
			if (this.openings === 0) places.roundBeganAt = at;
			looks.plan(now, at, places.roundBeganAt, SHORTEST);
		}
	}

	/** A look was refused, or not heard of. */
	endLook(at: number, now: number, wasRefused: boolean): void {
		const { looks, places, period, backAt } = this;
		if (wasRefused) looks.refusedAt = at;
		if (!period.isKnown) return looks.plan(now, at, places.roundBeganAt, SHORTEST);
		if (!wasRefused) return looks.plan(now, at, at, period.tolerance);
		if (looks.isShut && places.used > 0 && !this.isRoundOver(at + period.tolerance)) {
			this.endRound(at, now);
		} else if (at >= backAt) {
			looks.plan(now, at, backAt, period.tolerance);
		} else {
			period.isLongerThan(at - backAt + period.length);
			places.tryMoreLater();
		}
	}

	/** A look was let through. */
	open(at: number): void {
		const { looks, places, period } = this;
		const wasShut = looks.isShut;
		looks.isShut = false;
		if (!period.isKnown) return this.openUnknown(at);
		const place = this.starts.fromEnd(places.count + 1);
		if (this.isRoundOver(at + period.tolerance)) {
			if (period.opens(at - place, looks.refusedAt - place)) places.tryMoreSoon();
			places.beginRound(at);
		} else if (wasShut) period.wasShort(at - place);
		places.used++;
	}

	/** Refused amid a round, and a moment later again: its places are used up. */
	private endRound(at: number, now: number): void {
		const { looks, places, period } = this;
		if (places.used >= A_LITTLE * places.count) {
			places.learn(places.used);
			looks.isShut = false;
			return;
		}
		// Far fewer than were known: the throttle is another one, and is learned anew.
		period.forget();
		this.openings = 0;
		looks.plan(now, at, places.roundBeganAt, SHORTEST);
	}

	private openUnknown(at: number): void {
		const { looks, places, period, starts } = this;
		const isFirst = this.openings++ === 0;
		const since = at - places.roundBeganAt;
		if (isFirst) starts.forgetAllBut(at);
		if (!isFirst && since >= SHORTEST) {
			period.learn(since, Math.max(0, looks.refusedAt - places.roundBeganAt));
			places.learn(starts.count - 1);
		} else {
			places.isGrowing = true;
			places.count = starts.count + 2;
		}
		if (isFirst || period.isKnown) places.beginRound(at);
		places.used++;
	}
}
