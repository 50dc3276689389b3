import { isUsable, type Answer, type FailureInfo } from '../api/answer';
import type { Permit, RequestThrottle, Verdict } from '../throttle/throttle';
import { CircuitBreaker } from './circuitBreaker';
import type { Run, RunEnd } from './run';

/** A monotonic clock in ms. n8n nodes have no timers of their own; `sleep` comes from n8n-workflow and can't be stopped. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** Every run is looked at so often, in ms: so soon a cancelled execution, the end of a patience and a gone run are noticed. */
const POLL_INTERVAL = 500;

/** A run in the lane, and what lets it leave. */
interface Member {
	readonly run: Run;
	readonly joinedAt: number;
	/** The API had named a wait that goes beyond this run's patience: until a request is accepted, it asks but once. */
	readonly joinedInLongWait: boolean;
	/** What the lane had waited for the throttle when it joined, and when it last had something to send, in ms. */
	readonly waitedBefore: number;
	waitedAfter: number;
	resolve(throttleWait: number): void;
	reject(thrown: unknown): void;
}

/** A job of a run. */
interface Item {
	readonly member: Member;
	readonly job: number;
}

/** What the runs ask of the lane, together: the smallest 'Max Requests per Second', and the largest of the others. */
type Bounds = Run['options'];

const NO_BOUNDS: Bounds = { concurrency: 1, maxRequestsPerSecond: Infinity, maxThrottleWait: 0 };

const boundsWith = (bounds: Bounds, { options }: Run): Bounds => ({
	concurrency: Math.max(bounds.concurrency, options.concurrency),
	maxRequestsPerSecond: Math.min(bounds.maxRequestsPerSecond, options.maxRequestsPerSecond),
	maxThrottleWait: Math.max(bounds.maxThrottleWait, options.maxThrottleWait),
});

/**
 * What all runs of a process with the same endpoint and API key share: the throttle, the bounds on requests, the first
 * request that goes alone, and the caution after replies that say nothing. One loop pulls jobs out of the runs, which take
 * turns: after each request that a run starts it goes to the end of the line. What is sent again goes before what is new.
 * What a start or an accepted reply costs does not grow with the number of runs that wait.
 */
export class Lane {
	private breaker = new CircuitBreaker();
	/** In the order of their turns. */
	private readonly members = new Set<Member>();
	private bounds = NO_BOUNDS;
	/** The one place where requests in flight are counted, those of runs that have left included. */
	private readonly inFlight = new Set<Item>();
	/** Items that were sent and are to be sent again, in the order in which they are due; those the throttle refused are. */
	private waiting: Array<Item & { readonly due: number }> = [];
	private isLooping = false;
	private notify = () => {};
	private pollAt = -Infinity;
	private lastStart = -Infinity;
	private idleSince = Infinity;
	private lastAccepted = -Infinity;
	/** Since when the throttle has refused, without one accepted request. */
	private refusedSince: number | undefined;
	/** How long it had refused before that, in ms. */
	private waitedBefore = 0;

	constructor(
		private readonly throttle: RequestThrottle,
		private readonly clock: Clock,
	) {}

	/** ms */
	idleFor(now: number): number {
		return now - this.idleSince;
	}

	/** @returns how long the run was held back for the throttle, in ms, when it is over. Rejects if its own code throws. */
	async settle(run: Run): Promise<number> {
		return await new Promise<number>((resolve, reject) => {
			const now = this.clock.now();
			const joinedInLongWait = this.throttle.waitNamedUntil > now + run.options.maxThrottleWait;
			const waitedBefore = this.waited(now);
			const waits = { waitedBefore, waitedAfter: waitedBefore };
			const member: Member = { run, joinedAt: now, joinedInLongWait, ...waits, resolve, reject };
			this.members.add(member);
			this.bounds = boundsWith(this.bounds, run);
			this.idleSince = Infinity;
			this.look(member, now);
			if (this.isLooping) this.notify();
			else this.loop().catch((thrown) => this.failAll(thrown));
		});
	}

	private async loop(): Promise<void> {
		this.isLooping = true;
		this.pollAt = -Infinity;
		while (this.members.size > 0) {
			const now = this.clock.now();
			if (now >= this.pollAt) this.poll(now);
			const opening = this.startAll(now);
			const retry = this.waiting.find(({ due }) => due > now)?.due ?? Infinity;
			if (this.members.size > 0) await this.sleepUntil(Math.min(opening, retry, this.pollAt));
		}
		this.isLooping = false;
		this.idleSince = Math.min(this.idleSince, this.clock.now());
	}

	private poll(now: number): void {
		this.pollAt = now + POLL_INTERVAL;
		for (const member of this.members) this.look(member, now);
		this.bounds = [...this.members].reduce((bounds, { run }) => boundsWith(bounds, run), NO_BOUNDS);
	}

	/** Whether the execution was cancelled, and whether the patience of the run has ended. */
	private look(member: Member, now: number): void {
		this.guarded(member, () => member.run.poll(now));
		if (this.keepsWait(member, now) && this.deadlineOf(member) <= now && this.hasSomethingToSend(member))
			this.end(member, { why: 'throttle' });
		this.leaveIfOver(member);
	}

	/**
	 * 'Max Throttle Wait' bounds the time without one accepted request, not the run. When it is over, one more request goes
	 * at once, and the next refusal ends the run: so every window no longer than the patience is met. Who joins while a wait
	 * stands that is too long for it has no time to lose: its first request is the last one.
	 */
	private deadlineOf({ run, joinedAt, joinedInLongWait }: Member): number {
		if (joinedInLongWait && this.lastAccepted < joinedAt) return joinedAt;
		return Math.max(this.refusedSince ?? Infinity, joinedAt) + run.options.maxThrottleWait;
	}

	/** A wait that the API has named is kept to the letter, even if it is in vain. */
	private keepsWait({ joinedInLongWait }: Member, now: number): boolean {
		return this.throttle.waitNamedUntil > now && !joinedInLongWait;
	}

	/** What a run sends once more, whatever the throttle says, since its patience is over and nothing has started since. */
	private lastProbe(now: number): { member: Member; job?: number } | undefined {
		if (this.refusedSince === undefined && this.throttle.waitNamedUntil <= now) return undefined;
		const isOver = (member: Member): boolean => {
			const deadline = this.deadlineOf(member);
			// A wait that the API has named is disturbed by one request at a time.
			const isAlone = !member.joinedInLongWait || this.inFlight.size === 0;
			return deadline <= now && this.lastStart < deadline && isAlone && !this.keepsWait(member, now);
		};
		const over = [...this.members].filter(isOver);
		return over.length > 0 ? this.nextItem(now, new Set(over)) : undefined;
	}

	/** Starts what may start now. @returns when there may be more to start, as far as is known */
	private startAll(now: number): number {
		for (;;) {
			const lastProbe = this.lastProbe(now);
			const item = lastProbe ?? this.nextItem(now, this.members);
			if (!item) return Infinity;
			const opening = lastProbe ? now : this.throttle.nextStart(now);
			const earliest = Math.max(opening, this.lastStart + 1000 / this.bounds.maxRequestsPerSecond);
			if (earliest > now) return earliest;
			this.start(item, now);
		}
	}

	/** The one of these runs whose turn it is, if one more request may be in flight. Without a job: the next new one. */
	private nextItem(now: number, members: ReadonlySet<Member>): { member: Member; job?: number } | undefined {
		if (this.inFlight.size >= this.breaker.maxInFlight(this.bounds.concurrency)) return undefined;
		const again = this.waiting.find(({ member, due }) => due <= now && members.has(member) && this.hasRoom(member));
		if (again || !this.breaker.allowsNewItem(this.inFlight.size + this.waiting.length)) return again;
		for (const member of members) if (member.run.hasNew && this.hasRoom(member)) return { member };
		return undefined;
	}

	/** Another request of this run may be in flight. */
	private hasRoom({ run }: Member): boolean {
		return [...this.inFlight].filter(({ member }) => member.run === run).length < run.options.concurrency;
	}

	private start({ member, job }: { member: Member; job?: number }, now: number): void {
		const { run } = member;
		if (this.guarded(member, () => run.isCancelled) !== false) return this.look(member, now);
		this.waiting = this.waiting.filter((one) => one.member !== member || one.job !== job);
		const sent = this.guarded(member, () => {
			const taken = job ?? run.takeNew();
			return { item: { member, job: taken }, answer: run.send(taken) };
		});
		if (!sent) return;
		const permit = this.throttle.start(now);
		this.inFlight.add(sent.item);
		this.lastStart = now;
		member.waitedAfter = this.waited(now);
		this.members.delete(member);
		this.members.add(member);
		sent.answer
			.then(
				(answer) => this.onAnswer(sent.item, permit, answer),
				(thrown) => {
					// The run's own code has failed where it promises not to.
					this.inFlight.delete(sent.item);
					this.throttle.finish(permit, 'inconclusive', this.clock.now());
					this.leave(member)?.reject(thrown);
				},
			)
			.catch((thrown) => this.failAll(thrown))
			.finally(() => this.notify());
	}

	private onAnswer(item: Item, permit: Permit, answer: Answer): void {
		const { member, job } = item;
		const { startedAt } = permit;
		const now = this.clock.now();
		this.inFlight.delete(item);
		// n8n aborts the requests of a cancelled execution: that is no evidence about the API. (undefined: its signal threw.)
		const isAborted = answer.kind === 'transient' && this.guarded(member, () => member.run.isCancelled) !== false;
		if (isAborted) {
			this.throttle.finish(permit, 'inconclusive', now);
			return this.look(member, now);
		}

		const isRefused = answer.kind === 'throttled';
		const verdict: Verdict = isRefused ? 'refused' : isUsable(answer) ? 'accepted' : 'inconclusive';
		const named = isRefused || answer.kind === 'transient' ? (answer.retryAfter ?? 0) : 0;
		const isLong = named > this.bounds.maxThrottleWait;
		const isBelieved = this.breaker.believesWait(isLong, startedAt, now);
		this.throttle.finish(permit, verdict, now, isRefused && isBelieved ? named : 0);
		if (isRefused) this.refusedSince ??= now;
		if (verdict === 'accepted') {
			this.waitedBefore = this.waited(now);
			this.refusedSince = undefined;
			this.lastAccepted = now;
		}

		const refusesAll = this.breaker.onAnswer(answer, startedAt, now);
		const isMember = this.members.has(member);
		const delay = isMember ? this.guarded(member, () => member.run.onAnswer(job, answer, refusesAll)) : undefined;
		if (delay !== undefined) this.sendAgain(item, now + delay);
		const isOutage = delay === undefined && this.members.has(member) && this.breaker.onSettled(answer, startedAt, now);
		if (refusesAll) {
			this.breaker = new CircuitBreaker(now);
			this.endAll({ why: 'answer', answer: answer as FailureInfo });
		} else if (isOutage) this.endAll({ why: 'outage', last: answer as FailureInfo });
		else if (isRefused || isLong) this.endImpatient(startedAt, isRefused, named, isLong && isBelieved);
		this.leaveIfOver(member);
	}

	private sendAgain(item: Item, due: number): void {
		this.waiting.push({ ...item, due });
		this.waiting.sort((a, b) => a.due - b.due);
	}

	/** Ends the runs whose patience was over when this request started, or for which the API has twice named too long a wait. */
	private endImpatient(startedAt: number, isRefused: boolean, named: number, isTooLong: boolean): void {
		for (const member of this.members) {
			const { maxThrottleWait } = member.run.options;
			const isOver = isTooLong || (isRefused && (maxThrottleWait === 0 || startedAt >= this.deadlineOf(member)));
			if (isOver && this.hasSomethingToSend(member))
				this.end(member, { why: 'throttle', ...(named > maxThrottleWait ? { askedFor: named } : {}) });
		}
	}

	private hasSomethingToSend({ run }: Member): boolean {
		return run.hasNew || this.waiting.some(({ member }) => member.run === run);
	}

	/** Every run ends; what it has in flight is awaited. */
	private endAll(why: RunEnd): void {
		for (const member of this.members) this.end(member, why);
	}

	private end(member: Member, why: RunEnd): void {
		member.waitedAfter = this.waited(this.clock.now());
		member.run.end(why);
		this.leaveIfOver(member);
	}

	private leaveIfOver(member: Member): void {
		const { run, waitedBefore, waitedAfter } = member;
		if (run.endedBy) this.waiting = this.waiting.filter((item) => item.member !== member);
		const isAwaited = run.endedBy?.why !== 'cancelled' && [...this.inFlight].some((item) => item.member === member);
		if (!isAwaited && !this.hasSomethingToSend(member)) this.leave(member)?.resolve(waitedAfter - waitedBefore);
	}

	private leave(member: Member): Member | undefined {
		if (!this.members.delete(member)) return undefined;
		this.waiting = this.waiting.filter((item) => item.member !== member);
		this.notify();
		return member;
	}

	/** How long the throttle has refused in all, in ms: from a refusal to the next accepted request. */
	private waited(now: number): number {
		return this.waitedBefore + now - (this.refusedSince ?? now);
	}

	/** What a run's own code throws, such as its log or its cancel signal, ends this run alone. */
	private guarded<T>(member: Member, call: () => T): T | undefined {
		try {
			return call();
		} catch (thrown) {
			this.leave(member)?.reject(thrown);
			return undefined;
		}
	}

	/** A bug in the lane itself: no run is to wait for ever, and none is to join it any more. */
	private failAll(thrown: unknown): void {
		for (const member of this.members) this.leave(member)?.reject(thrown);
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
