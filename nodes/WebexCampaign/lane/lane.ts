import { isUsable, type Answer } from '../api/answer';
import type { Permit, RequestThrottle, Verdict } from '../throttle/throttle';
import { CircuitBreaker } from './circuitBreaker';
import { Extremes } from './extremes';
import type { Job } from './job';
import type { Run, RunEnd, RunReport } from './run';

/** A monotonic clock in ms. n8n nodes have no timers of their own; `sleep` comes from n8n-workflow and can't be stopped. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** Every run is looked at so often, in ms: so soon a cancelled execution is noticed. */
const POLL_INTERVAL = 500;
/** A wait that the API named beyond every run's patience was perhaps a mistake, so it is kept no longer than this (ms). */
const LONGEST_NAMED_WAIT = 300_000;

/** What lets a run leave the lane. */
interface Member {
	resolve(report: RunReport): void;
	reject(thrown: unknown): void;
	joinedAt: number;
}

/**
 * What all runs of a process with the same endpoint and API key share: the throttle, the bounds on requests, the first
 * request that goes alone, and the caution after replies that say nothing. One loop pulls jobs out of the runs, which take
 * turns: after each request that a run starts it goes to the end of the line. What a start or a reply costs does not grow
 * with the number of runs that wait: only a poll, the end of a patience and the end of all look at every run.
 */
export class Lane {
	private readonly breaker = new CircuitBreaker();
	/** In the order of their turns. */
	private readonly runs = new Map<Run, Member>();
	/** Those with items that were sent and are not settled, in the same order. */
	private readonly started = new Set<Run>();
	private readonly concurrency = new Extremes();
	/** 1 ÷ 'Max Requests per Second', in ms. */
	private readonly interval = new Extremes();
	/** 'Max Throttle Wait', in ms. */
	private readonly patience = new Extremes();
	private isLooping = false;
	private notify = () => {};
	private pollAt = -Infinity;
	private inFlight = 0;
	private lastStart = -Infinity;
	private idleSince = Infinity;
	/** Since when the throttle has held work back without one accepted request. */
	private heldSince: number | undefined;
	/** How long it has held work back before that, in ms. */
	private heldBefore = 0;
	/** The earliest end of a patience among the runs that have something to send. */
	private patienceEnd = Infinity;

	constructor(
		private readonly throttle: RequestThrottle,
		private readonly clock: Clock,
	) {}

	/** ms */
	idleFor(now: number): number {
		return now - this.idleSince;
	}

	/** Resolves when the run is over. Rejects if the run's own code throws. */
	async settle(run: Run): Promise<RunReport> {
		return await new Promise<RunReport>((resolve, reject) => {
			const now = this.clock.now();
			const { concurrency, maxRequestsPerSecond, maxThrottleWait } = run.options;
			this.runs.set(run, { resolve, reject, joinedAt: now });
			this.concurrency.add(concurrency);
			this.interval.add(1000 / maxRequestsPerSecond);
			this.patience.add(maxThrottleWait);
			this.idleSince = Infinity;
			this.poll(run, now);
			if (this.isLooping) this.notify();
			else this.loop().catch((thrown) => this.failAll(thrown));
		});
	}

	private async loop(): Promise<void> {
		this.isLooping = true;
		while (this.runs.size > 0) {
			const now = this.clock.now();
			if (now >= this.pollAt) {
				for (const run of this.runs.keys()) this.poll(run, now);
				this.pollAt = now + POLL_INTERVAL;
			}
			const opening = this.startAll(now);
			const retries = [...this.started].map((run) => run.nextRetryAt(now));
			if (this.runs.size > 0) await this.sleepUntil(Math.min(opening, this.pollAt, ...retries));
		}
		this.isLooping = false;
		this.release(this.clock.now());
		this.idleSince = Math.min(this.idleSince, this.clock.now());
	}

	/** Starts what may start now. @returns when there may be more to start, as far as is known */
	private startAll(now: number): number {
		for (;;) {
			const run = this.nextRun(now);
			if (!run) return Infinity;
			const opening = this.throttle.nextStart(now);
			// The reply to a probe, or to a request of the ramp, comes first: that is no wait for the throttle.
			if (opening === Infinity && this.inFlight > 0) return Infinity;
			const earliest = this.lastStart + this.interval.largest;
			if (opening <= now) {
				if (earliest > now) return earliest;
				this.start(run, now);
				continue;
			}
			this.hold(now);
			if (now < this.patienceEnd) return Math.min(Math.max(opening, earliest), this.patienceEnd);
			if (this.throttle.isOpeningKnown(now)) this.endImpatient(now);
			else {
				// No reply may ever tell, so who gives up first sends one last probe.
				if (earliest > now) return earliest;
				this.start(this.nextRun(now, (other) => this.patienceEndOf(other) <= now) ?? run, now);
			}
		}
	}

	/** The run whose turn it is, if one more request may be in flight and it has something to send. */
	private nextRun(now: number, mayBe: (run: Run) => boolean = () => true): Run | undefined {
		if (this.inFlight >= this.breaker.maxInFlight(this.concurrency.largest)) return undefined;
		const unsettled = () => [...this.started].reduce((sum, run) => sum + run.waitingForRetry, this.inFlight);
		const allowsNew = this.breaker.allowsNewItem(unsettled);
		for (const run of allowsNew ? this.runs.keys() : this.started) {
			if (run.isReady(now, allowsNew) && mayBe(run)) return run;
		}
		return undefined;
	}

	private start(run: Run, now: number): void {
		if (this.guarded(run, () => run.isCancelled) !== false) return this.poll(run, now);
		const sent = this.guarded(run, () => run.take(now));
		const member = this.runs.get(run);
		if (!sent || !member) return;
		const permit = this.throttle.start(now);
		this.inFlight++;
		this.lastStart = now;
		this.runs.delete(run);
		this.runs.set(run, member);
		this.started.delete(run);
		this.started.add(run);
		this.onChange(run, now);
		sent.answer
			.then(
				(answer) => this.onAnswer(run, sent.job, permit, answer),
				(thrown) => {
					// The run's own code has failed where it promises not to.
					this.inFlight--;
					this.throttle.finish(permit, 'inconclusive', this.clock.now());
					this.leave(run)?.reject(thrown);
				},
			)
			.catch((thrown) => this.failAll(thrown))
			.finally(() => this.notify());
	}

	private onAnswer(run: Run, job: Job, permit: Permit, answer: Answer): void {
		const now = this.clock.now();
		this.inFlight--;
		// n8n aborts the requests of a cancelled execution: that is no evidence about the API. (undefined: its signal threw.)
		const isAborted = answer.kind === 'transient' && this.guarded(run, () => run.isCancelled) !== false;
		if (isAborted) return this.throttle.finish(permit, 'inconclusive', now);
		const isRefused = answer.kind === 'throttled';
		const verdict: Verdict = isRefused ? 'refused' : isUsable(answer) ? 'accepted' : 'inconclusive';
		const retryAfter = isRefused ? answer.retryAfter : undefined;
		const longest = Math.max(this.patience.largest, LONGEST_NAMED_WAIT);
		this.throttle.finish(permit, verdict, now, retryAfter && Math.min(retryAfter, longest));
		if (verdict === 'accepted') this.release(now);
		const step = this.guarded(run, () => run.onAnswer(job, answer, now, this.breaker));
		if (!step) return;
		const isOutage = this.breaker.onAnswer(answer, step);
		if (step.kind === 'settle' && step.endsRuns) this.endAll({ why: 'answer', answer: step.endsRuns });
		if (isOutage) this.endAll({ why: 'outage' });
		if (isRefused) this.hold(now);
		this.onChange(run, now);
		// The last probe of a run that has given up may also have been lost.
		if (verdict !== 'accepted') this.endImpatient(now, retryAfter);
	}

	private hold(now: number): void {
		if (this.heldSince !== undefined) return;
		this.heldSince = now;
		this.patienceEnd = now + this.patience.smallest;
	}

	/** The throttle has let a request through, of whichever run. */
	private release(now: number): void {
		this.heldBefore = this.heldFor(now);
		this.heldSince = undefined;
		this.patienceEnd = Infinity;
	}

	private heldFor(now: number): number {
		return this.heldBefore + now - (this.heldSince ?? now);
	}

	/** 'Max Throttle Wait' bounds being held back, not the run: it begins anew with each request that is let through. */
	private patienceEndOf(run: Run): number {
		const joinedAt = this.runs.get(run)?.joinedAt ?? Infinity;
		return run.isWaiting ? Math.max(this.heldSince ?? Infinity, joinedAt) + run.options.maxThrottleWait : Infinity;
	}

	/** Ends the runs whose patience is over, or will be before the wait is over that a reply has asked for. */
	private endImpatient(now: number, retryAfter?: number): void {
		const until = now + (retryAfter ?? 0);
		if (this.patienceEnd > now && this.patienceEnd >= until) return;
		this.patienceEnd = Infinity;
		for (const run of this.runs.keys()) {
			const end = this.patienceEndOf(run);
			if (end <= now || end < until) {
				run.endWith({ why: 'throttle', ...(retryAfter === undefined ? {} : { askedFor: retryAfter }) });
				this.onChange(run, now);
			} else this.patienceEnd = Math.min(this.patienceEnd, end);
		}
	}

	private poll(run: Run, now: number): void {
		this.guarded(run, () => run.poll(now));
		this.onChange(run, now);
	}

	/** Every run ends; what it has in flight is awaited. */
	private endAll(end: RunEnd): void {
		const now = this.clock.now();
		for (const run of this.runs.keys()) {
			run.endWith(end);
			this.onChange(run, now);
		}
	}

	/** After anything that may change what a run has to send, or that ends it. */
	private onChange(run: Run, now: number): void {
		run.measureWait(this.heldFor(now));
		this.patienceEnd = Math.min(this.patienceEnd, this.patienceEndOf(run));
		if (!run.isUnsettled) this.started.delete(run);
		if (run.isFinished) this.leave(run)?.resolve(run.finish());
	}

	private leave(run: Run): Member | undefined {
		const member = this.runs.get(run);
		if (!member) return undefined;
		this.runs.delete(run);
		this.started.delete(run);
		this.concurrency.remove(run.options.concurrency);
		this.interval.remove(1000 / run.options.maxRequestsPerSecond);
		this.patience.remove(run.options.maxThrottleWait);
		this.notify();
		return member;
	}

	/** What a run's own code throws, such as its log or its cancel signal, ends this run alone. */
	private guarded<T>(run: Run, call: () => T): T | undefined {
		try {
			return call();
		} catch (thrown) {
			this.leave(run)?.reject(thrown);
			return undefined;
		}
	}

	/** A bug in the lane itself: no run is to wait for ever, and none is to join it any more. */
	private failAll(thrown: unknown): void {
		for (const run of [...this.runs.keys()]) this.leave(run)?.reject(thrown);
		this.idleSince = -Infinity;
	}

	/** Until then, or until something happens. */
	private async sleepUntil(moment: number): Promise<void> {
		const ms = Math.max(1, Math.ceil(moment - this.clock.now()));
		await new Promise<void>((resolve, reject) => {
			this.notify = resolve;
			this.clock.sleep(ms).then(resolve, reject);
		});
	}
}
