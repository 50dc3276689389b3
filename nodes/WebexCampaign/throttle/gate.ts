import { ConcurrencyLimit } from './concurrencyLimit';
import { WindowLearner } from './windowLearner';

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
	readonly isProbe: boolean;
	/** Nothing else was under way when it started. */
	readonly alone: boolean;
	readonly cycle: number;
}

/** Decides when the next request of a run may start. All times are ms on one monotonic clock. */
export interface ThrottleGate {
	/** At or before `now`: at once. Infinity: not before another reply has come. Pure. */
	nextStart(now: number): number;
	/** A request starts: also one that the run sends earlier than `nextStart` as its last try. */
	start(now: number): Ticket;
	/** Its end. `retryAfter` is the wait that the reply asked for, if it did. */
	finish(ticket: Ticket, verdict: Verdict, now: number, retryAfter?: number): void;
}

/** A probe whose reply was lost tells nothing; the next one waits this long (ms), and ever longer. */
const FIRST_UNHEARD_WAIT = 500;
const LONGEST_UNHEARD_WAIT = 8_000;

/**
 * Nothing is known about the throttle but that it may answer 429, so all is learned from replies. A refusal shuts the
 * gate; one probe at a time finds out when it opens. If the first probe, sent as soon as nothing is under way, is let
 * through at once, the throttle limits concurrency; else it counts requests in a window of time. Without a refusal the
 * gate adds nothing.
 */
export class Gate implements ThrottleGate {
	private inFlight = 0;
	private isShut = false;
	private isProbing = false;
	private probeAt = 0;
	/** The first probe goes as soon as nothing is under way. */
	private isQuick = false;
	private unheard = 0;
	private readonly window = new WindowLearner();
	private readonly concurrency = new ConcurrencyLimit();

	/** @param random uniform in [0, 1): probes of several runs must not fall together */
	constructor(private readonly random: () => number) {}

	nextStart(now: number): number {
		if (this.isShut) {
			const waitsForReply = this.isProbing || (this.isQuick && this.inFlight > 0);
			return waitsForReply ? Infinity : this.probeAt;
		}
		return this.inFlight >= this.concurrency.size ? Infinity : this.window.nextStart(now);
	}

	start(now: number): Ticket {
		const alone = this.inFlight++ === 0;
		if (!this.isShut && !this.window.isTrial) {
			return { startedAt: now, isProbe: false, alone, cycle: this.window.start(now) };
		}
		if (!this.isShut) {
			this.isShut = true;
			this.isQuick = false;
			this.window.startTrial(now);
		}
		this.isProbing = true;
		return { startedAt: now, isProbe: true, alone, cycle: 0 };
	}

	finish(ticket: Ticket, verdict: Verdict, now: number, retryAfter?: number): void {
		this.inFlight--;
		if (ticket.isProbe) this.finishProbe(ticket, verdict, now, retryAfter);
		else if (verdict === 'throttled') this.refuse(ticket, now, retryAfter);
		else {
			this.window.letThrough(ticket.cycle);
			if (verdict === 'accepted') this.concurrency.letThrough(this.inFlight + 1);
		}
	}

	private refuse(ticket: Ticket, now: number, retryAfter?: number): void {
		this.window.refuse(ticket.cycle);
		if (this.isShut) {
			if (retryAfter) this.probeAt = Math.max(this.probeAt, now + retryAfter);
			return;
		}
		if (this.concurrency.isKnown && !ticket.alone && !retryAfter) return this.concurrency.lower();
		this.concurrency.forget();
		this.concurrency.watch(this.inFlight);
		this.isShut = true;
		this.isQuick = !this.window.isKnown && !retryAfter;
		this.window.shut(ticket.startedAt, retryAfter);
		this.probeAt = this.isQuick ? now : this.nextProbe(now, retryAfter);
	}

	private finishProbe(ticket: Ticket, verdict: Verdict, now: number, retryAfter?: number): void {
		this.isProbing = false;
		if (verdict === 'accepted') return this.open(ticket.startedAt);
		if (verdict === 'throttled') {
			this.isQuick = false;
			this.unheard = 0;
			this.window.refuseProbe(ticket.startedAt, retryAfter);
			this.probeAt = this.nextProbe(now, retryAfter);
		} else {
			this.probeAt = now + Math.min(FIRST_UNHEARD_WAIT * 2 ** this.unheard++, LONGEST_UNHEARD_WAIT);
		}
	}

	private open(at: number): void {
		this.isShut = false;
		this.unheard = 0;
		if (this.isQuick && this.window.isTooSoon(at)) {
			this.window.goOn(at);
		} else if (this.isQuick && this.concurrency.explains(this.window.acceptedInCycle)) {
			this.concurrency.adopt();
			this.window.forget(at);
		} else {
			this.window.open(at);
		}
	}

	/** A wait that the API names is kept to the letter. */
	private nextProbe(now: number, retryAfter?: number): number {
		return retryAfter ? now + retryAfter : this.window.nextProbe(now, this.random);
	}
}

export const makeThrottleGate = (random: () => number): ThrottleGate => new Gate(random);
