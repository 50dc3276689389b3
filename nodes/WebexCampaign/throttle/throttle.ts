/**
 * One idea: **a place is free again one window after it was taken.** If the API lets a quota of N requests through in a window
 * of W ms, request i may start W after request i - N, whether it counts in windows of its clock, in sliding ones or with a
 * bucket of tokens. Neither is documented, so both are learned from the replies, in three phases:
 *
 * - **ramp**: nothing is known. With each reply one more request may be in flight.
 * - **blocked**: a request was refused. Lone probes find out when the throttle opens again. At the first opening we only
 *   begin to count, since nobody knows when that window began. At the second one, the window is the time between the two,
 *   and the quota is what went through in it. But if places come back one by one, as in a sliding window, an early second
 *   opening tells nothing: it has to come after about the time that the requests before the first refusal took.
 * - **paced**: requests start as places become free. From time to time there is a trial: one request more than the quota,
 *   and as long as the trial lasts, each accepted request raises the quota by two. A refusal ends it; then a probe tries
 *   whether the window is shorter.
 */

import { Window } from './window';

/** How a request ended: `refused` is HTTP 429; `inconclusive`: lost, late, or answered by somebody who may not be the API. */
export type Verdict = 'accepted' | 'refused' | 'inconclusive';

/** A request in flight. A probe goes alone, to see whether the throttle is open; a trial is beyond the quota. */
export type Permit = Readonly<{ startedAt: number; purpose: 'regular' | 'probe' | 'trial' }>;

type Phase = Readonly<
	{ name: 'ramp' } | { name: 'blocked'; since: number; probeAt: number } | { name: 'paced'; isTrial: boolean }
>;

/** The first wait before a probe while no window is known, and the shortest window: several shorter ones count as one. */
const SHORTEST_WINDOW = 150;
/** The wait before a probe: a share of the time that has passed, at most so many ms, as windows that others use up close soon. */
const PROBE_WAIT = { share: 0.15, longest: 2000 };
/** Some throttles block anew with each refused request. So there is one minute of quiet, which begins after a window of 60 s. */
const QUIET = { from: 72_000, to: 137_000 };
/** With fewer requests accepted in a cycle than this share of the quota, the throttle is another one than was learned. */
const LEAST_SHARE_OF_QUOTA = 0.3;
/**
 * If places come back one by one, a window is at least this share of the time from the start of the last 100 requests to the
 * first opening; yet at most so many times as long as the throttle was shut, since those requests may be old.
 */
const LEAST_LENGTH = { requests: 100, share: 0.75, timesShut: 5 };
/** They come back at once if more than this share of those requests goes through at the first opening. */
const AT_ONCE = 0.5;
/** After a stop so few may be in flight, and one more for each that is let through: those that are overdue are no burst. */
const AFTER_STOP = 5;
/** A trial may cost a refusal or two, so while trials fail they become rarer, down to one in so many requests. */
const REQUESTS_BETWEEN_TRIALS = 240;
/** So many more are tried for each accepted request of a trial: a limit that was lifted is noticed within a few windows. */
const TRIAL_GROWTH = 2;
/** What is held must not grow with the job: a place that was taken longer ago is free. They are dropped seldom, many at once. */
const STARTS_KEPT = 20_000;

/** Decides when the next request may start. All times are ms on one monotonic clock. */
export class Throttle {
	private phase: Phase = { name: 'ramp' };
	/** How many requests may be in flight: one more for each that ends without a refusal. */
	private mostInFlight = 1;
	private window: Window | undefined;
	private quota = 1;
	private quotaBeforeTrial = 1;
	/** When the requests started that the API counts: accepted, in flight, or never answered. In order. */
	private starts: number[] = [];
	/** A cycle ends when the quota is used up or a window is over. Before the first opening: when what was refused first started. */
	private cycleBeganAt = 0;
	private usedInCycle = 0;
	/** Since the last refusal. */
	private calmCycles = 0;
	private calmCyclesBeforeTrial = 1;
	/** The throttle has opened once, and what goes through since is counted. */
	private isCounting = false;
	/** If at most `few` go through at the first opening, the second one tells no window sooner than `from` ms after it. */
	private learning = { from: 0, few: 0, isOneByOne: false, shutFor: 0 };
	/** Of the window that was given up. The next one is taken to be no shorter. */
	private lengthBefore: number | undefined;
	private isProbing = false;
	/** When the latest request started that was refused. */
	private refusedAt = -Infinity;
	/** Refusals of requests that had started by then belong to one that has been handled. */
	private refusalHandledAt = -Infinity;
	private retryAfter = { namedAt: -Infinity, until: -Infinity };
	private inFlight = 0;
	private lastEndAt = 0;
	private lastRoundTrip = 0;

	/** @param random uniform in [0, 1) */
	constructor(private readonly random: () => number) {}

	/** At or before `now`: at once. Infinity: not before another reply has come. */
	nextStart(now: number): number {
		const { phase, retryAfter } = this;
		if (this.isProbing) return Infinity;
		if (phase.name === 'blocked') return Math.max(phase.probeAt, retryAfter.until);
		if (this.inFlight >= this.mostInFlight) return Infinity;
		const isFree = phase.name === 'ramp' || this.mayTryMore;
		return Math.max(isFree ? now : Math.min(this.nextFree, this.earlyProbe), retryAfter.until);
	}

	/** The end of the wait that the API named, as long as it is kept; -Infinity: none. */
	get waitNamedUntil(): number {
		return this.retryAfter.until;
	}

	/** A request starts. It is a probe while blocked, or if no place is free yet and no trial is due. */
	start(now: number): Permit {
		const { phase } = this;
		const dueAt = phase.name === 'blocked' ? phase.probeAt : this.lastEndAt;
		// Without work for longer than the throttle was shut: what is counted may be of several windows.
		if (!this.window && this.inFlight === 0 && now - dueAt > this.learning.shutFor) this.isCounting = false;
		const isEarly = this.window !== undefined && this.nextFree > now;
		const beginsTrial = isEarly && this.mayTryMore;
		const isProbe = phase.name === 'blocked' || (isEarly && !beginsTrial);
		if (beginsTrial) {
			this.quotaBeforeTrial = this.quota++;
			this.phase = { name: 'paced', isTrial: true };
		}
		if (isProbe) this.isProbing = true;
		else {
			if (this.window && this.isCycleOver(now)) this.beginCycle(now);
			this.usedInCycle++;
		}
		this.inFlight++;
		if (this.starts.push(now) > 2 * STARTS_KEPT) this.starts.splice(0, this.starts.length - STARTS_KEPT);
		return { startedAt: now, purpose: isProbe ? 'probe' : this.isTrying ? 'trial' : 'regular' };
	}

	/** The end of a request. `retryAfter` is the wait in ms that the reply asked for, if it did. */
	finish({ startedAt, purpose }: Permit, verdict: Verdict, now: number, retryAfter = 0): void {
		this.inFlight--;
		this.lastEndAt = now;
		// The API does not count what it refuses, and a probe that was lost is most likely refused.
		const isCounted = verdict === 'accepted' || (verdict === 'inconclusive' && purpose !== 'probe');
		const index = isCounted ? -1 : this.starts.lastIndexOf(startedAt);
		if (index >= 0) this.starts.splice(index, 1);
		if (verdict !== 'refused') this.mostInFlight++;
		if (retryAfter > 0) this.retryAfter = { namedAt: now, until: Math.max(this.retryAfter.until, now + retryAfter) };
		if (verdict === 'accepted') {
			this.lastRoundTrip = now - startedAt;
			// A wait that the API named was too long if a request that has started since is accepted all the same.
			if (startedAt >= this.retryAfter.namedAt) this.retryAfter.until = -Infinity;
		}
		if (purpose === 'probe') {
			this.isProbing = false;
			if (verdict === 'accepted') this.probeAccepted(startedAt);
			else this.probeFailed(startedAt, now, verdict === 'refused');
		} else if (verdict === 'refused') {
			if (startedAt >= this.cycleBeganAt) this.usedInCycle--;
			this.refused(startedAt, now, purpose === 'trial');
		} else if (purpose === 'trial' && this.isTrying && verdict === 'accepted') this.quota += TRIAL_GROWTH;
	}

	/** A request that was no probe was refused. */
	private refused(at: number, now: number, wasTrial: boolean): void {
		this.refusedAt = Math.max(this.refusedAt, at);
		if (at <= this.refusalHandledAt) {
			if (wasTrial) this.shrinkTrialTo(this.quota - 1);
			return;
		}
		this.refusalHandledAt = now;
		this.calmCycles = 0;
		if (this.window && wasTrial && this.isTrying) {
			this.phase = { name: 'paced', isTrial: false };
			const cycleStart = at - this.window.length;
			this.shrinkTrialTo(this.starts.length - 1 - this.starts.findLastIndex((startedAt) => startedAt <= cycleStart));
			this.tryMoreLater();
			this.window.seek();
		} else if (this.window) this.block(now, at);
		else {
			if (!this.isCounting) this.cycleBeganAt = at;
			else if (this.starts.length <= this.learning.few) this.learning.isOneByOne = true;
			this.block(now);
		}
	}

	private probeFailed(at: number, now: number, isRefusal: boolean): void {
		const { window, nextFree } = this;
		// Those in flight may be refused as well.
		const accepted = this.usedInCycle - this.inFlight;
		if (isRefusal) this.refusedAt = at;
		if (!window) this.block(now);
		else if (!isRefusal) this.block(now, at);
		else if (this.phase.name === 'blocked' && accepted > 0 && !this.isCycleOver(at + window.tolerance)) {
			// Refused in the middle of a cycle, and a moment later again: only so many requests fit into one window.
			if (accepted >= LEAST_SHARE_OF_QUOTA * this.quota) this.learnQuota(accepted);
			else {
				this.lengthBefore = window.length;
				this.window = undefined;
				this.isCounting = false;
				this.block(now);
			}
		} else if (at >= nextFree) this.block(now, nextFree);
		else {
			window.isLongerThan(at - nextFree + window.length);
			this.tryMoreLater();
			if (this.phase.name === 'blocked') this.block(now, nextFree - window.length);
		}
	}

	private probeAccepted(at: number): void {
		const { window } = this;
		if (!window) return this.openedWhileUnknown(at);
		const takenAt = this.startFromEnd(this.quota + 1);
		if (this.isCycleOver(at + window.tolerance)) {
			if (window.probeAccepted(at - takenAt, this.refusedAt - takenAt)) this.calmCyclesBeforeTrial = 1;
			this.beginCycle(at);
		} else window.wasShort(this.refusedAt - takenAt, at - takenAt);
		this.phase = { name: 'paced', isTrial: this.isTrying };
		this.usedInCycle++;
	}

	/** The second opening tells the window and the quota. */
	private openedWhileUnknown(at: number): void {
		const since = at - this.cycleBeganAt;
		const shutFor = this.phase.name === 'blocked' ? at - this.phase.since : 0;
		const { from, isOneByOne } = this.learning;
		this.phase = { name: 'ramp' };
		if (!this.isCounting) this.beginToCount(at, shutFor);
		else if (since >= SHORTEST_WINDOW && (since >= from || !isOneByOne)) {
			// What came back one by one may be less than there is: then a shorter window would seem right as well.
			this.window = new Window(since, Math.max(0, this.refusedAt - this.cycleBeganAt), !isOneByOne);
			this.learnQuota(this.starts.length - 1);
			this.beginCycle(at);
		}
		this.usedInCycle++;
	}

	private beginToCount(at: number, shutFor: number): void {
		const { lengthBefore } = this;
		const requests = Math.min(LEAST_LENGTH.requests, this.starts.length);
		const length = lengthBefore ?? LEAST_LENGTH.share * (at - this.startFromEnd(requests));
		const from = Math.min(length, LEAST_LENGTH.timesShut * shutFor);
		this.learning = { from, few: AT_ONCE * requests, isOneByOne: lengthBefore !== undefined, shutFor };
		this.isCounting = true;
		this.starts = [at];
		this.beginCycle(at);
	}

	/** Only probes go from now on. @param since with the time since then the waits between them grow */
	private block(now: number, since = this.cycleBeganAt): void {
		const blockedSince = this.phase.name === 'blocked' ? this.phase.since : now;
		const least = this.window?.tolerance ?? SHORTEST_WINDOW;
		const wait = Math.min(Math.max(least, (now - since) * PROBE_WAIT.share), PROBE_WAIT.longest);
		// Random up to its double, so that processes that share a throttle do not probe together.
		let probeAt = now + wait * (1 + this.random());
		const blockedFor = probeAt - blockedSince;
		if (blockedFor > QUIET.from && blockedFor < QUIET.to) probeAt = blockedSince + QUIET.to;
		// A wait that the API names is kept to the letter.
		if (this.retryAfter.until > now) probeAt = this.retryAfter.until;
		this.phase = { name: 'blocked', since: blockedSince, probeAt };
		this.mostInFlight = AFTER_STOP;
	}

	/** When the place that the next request takes is free. */
	private get nextFree(): number {
		return this.startFromEnd(this.quota) + (this.window?.length ?? Infinity);
	}

	/** When to probe whether it is free already. Infinity: there is nothing to find out, or some replies are to come first. */
	private get earlyProbe(): number {
		if (!this.window || this.usedInCycle < this.quota || this.inFlight > 0) return Infinity;
		return this.window.earlyProbe(this.startFromEnd(this.quota), this.startFromEnd(1));
	}

	private get isTrying(): boolean {
		return this.phase.name === 'paced' && this.phase.isTrial;
	}

	/** Whether to begin a trial: the quota is used up, and there is nothing left to find out about the window. */
	private get mayTryMore(): boolean {
		if (this.phase.name !== 'paced' || this.isTrying) return false;
		if (this.usedInCycle < this.quota || this.calmCycles < this.calmCyclesBeforeTrial) return false;
		// If replies can come before the next place is free, they are awaited first.
		return this.inFlight > 0 ? this.nextFree < this.startFromEnd(1) + this.lastRoundTrip : this.earlyProbe === Infinity;
	}

	private isCycleOver(at: number): boolean {
		return this.usedInCycle >= this.quota || at >= this.cycleBeganAt + (this.window?.length ?? Infinity);
	}

	private beginCycle(at: number): void {
		this.cycleBeganAt = at;
		this.usedInCycle = 0;
		this.calmCycles++;
	}

	private learnQuota(quota: number): void {
		this.quota = this.quotaBeforeTrial = Math.max(1, quota);
		this.calmCyclesBeforeTrial = 1;
		this.phase = { name: 'paced', isTrial: false };
	}

	private shrinkTrialTo(quota: number): void {
		this.quota = Math.max(this.quotaBeforeTrial, Math.min(this.quota, quota));
	}

	private tryMoreLater(): void {
		const most = Math.ceil(REQUESTS_BETWEEN_TRIALS / this.quota);
		this.calmCyclesBeforeTrial = Math.min(most, 2 * this.calmCyclesBeforeTrial);
		this.calmCycles = 0;
	}

	/** 1 is the latest. -Infinity: there are not so many. */
	private startFromEnd(n: number): number {
		return this.starts[this.starts.length - n] ?? -Infinity;
	}
}

export type RequestThrottle = Pick<Throttle, 'nextStart' | 'waitNamedUntil' | 'start' | 'finish'>;
