import type { Answer } from '../api/answer';
import { deadlinePassed } from '../api/transportFault';
import type { ThrottleGate, Ticket } from '../throttle/gate';
import type { Job } from './job';
import type { RunEnd } from './outcome';
import type { Run } from './run';
import { isRejection, Trust, verdictOf } from './trust';
import { Turns } from './turns';

/** A monotonic clock in ms. n8n nodes have no timers of their own; `sleep` comes from n8n-workflow and can't be stopped. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** A request under way. */
interface Flight {
	run: Run;
	job: Job;
	ticket: Ticket;
	deadline: number;
}

/** The longest sleep, in ms: so soon a cancelled execution is noticed. */
const SLICE = 500;

/**
 * What all runs of a process with the same endpoint and API key share: the throttle, the bounds on requests, the first
 * request that goes alone, and the doubt after replies that say nothing. One loop pulls jobs out of the runs in turns.
 */
export class Lane {
	private readonly trust = new Trust();
	private readonly turns: Turns;
	private readonly flights = new Set<Flight>();
	private wake = () => {};
	/** Since when there is no run in it. */
	idleSince = Infinity;

	constructor(
		private readonly gate: ThrottleGate,
		private readonly clock: Clock,
	) {
		this.turns = new Turns(gate, this.trust);
	}

	/** Ends when each job of the run has its outcome. Rejects for every run if anything in here throws. */
	async settle(run: Run): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.turns.runs.set(run, { resolve, reject });
			this.idleSince = Infinity;
			if (this.turns.runs.size > 1) this.wake();
			else void this.goOn().catch((thrown) => this.breakDown(thrown));
		});
	}

	private async goOn(): Promise<void> {
		const { runs } = this.turns;
		while (runs.size > 0) {
			const now = this.clock.now();
			for (const flight of this.flights) {
				if (flight.deadline <= now) this.land(flight, deadlinePassed(flight.run.options.requestTimeout));
			}
			for (const run of runs.keys()) run.lookAround(now);
			this.letGo(now);
			const opening = this.startWhatMayStart(now);
			if (runs.size > 0) await this.sleepUntil(this.nextMoment(now, opening));
		}
	}

	private breakDown(thrown: unknown): void {
		for (const { reject } of this.turns.runs.values()) reject(thrown);
		this.turns.runs.clear();
		// No other run is to join it.
		this.idleSince = -Infinity;
	}

	/** @returns when the next job may start, as far as is known */
	private startWhatMayStart(now: number): number {
		for (;;) {
			const next = this.turns.next(now, this.flights.size);
			if (!next || next.at > now) return next?.at ?? Infinity;
			this.start(next.run, now);
		}
	}

	private start(run: Run, now: number): void {
		const job = run.take(now);
		this.turns.took(run, now);
		const deadline = now + run.options.requestTimeout * 1000;
		const flight: Flight = { run, job, ticket: this.gate.start(now), deadline };
		this.flights.add(flight);
		void run
			.send(job)
			.then((answer) => this.land(flight, answer))
			.catch((thrown) => this.breakDown(thrown))
			.then(() => this.wake());
	}

	/** Takes in an answer; one that comes after its deadline is no longer listened to. */
	private land(flight: Flight, given: Answer): void {
		if (!this.flights.delete(flight)) return;
		const { run, job, ticket } = flight;
		const { runs } = this.turns;
		const now = this.clock.now();
		// n8n itself cuts it off: that says nothing of the API, and the run knows it when it leaves.
		if (given.kind === 'fault' && run.isCancelled) return this.gate.finish(ticket, 'unheard', now);
		const answer = this.trust.hear(given);
		const verdict = verdictOf(answer);
		const retryAfter = answer.kind === 'throttled' ? answer.retryAfter : undefined;
		this.gate.finish(ticket, verdict, now, retryAfter);
		if (isRejection(answer)) this.end({ ...answer, why: 'rejected' });
		// A run that has left knows its outcomes already.
		if (runs.has(run) && run.land(job, answer, now) && this.trust.settled()) this.end({ why: 'outage' });
		for (const each of runs.keys()) {
			if (verdict === 'accepted') each.stopWaiting(now);
			if (verdict === 'throttled') each.throttled(now, retryAfter);
		}
	}

	/** Every run ends; what it has in flight is awaited. */
	private end(end: RunEnd): void {
		for (const run of this.turns.runs.keys()) run.end ??= end;
	}

	private letGo(now: number): void {
		for (const [run, { resolve }] of this.turns.runs) {
			if (!run.isOver) continue;
			run.leave(now);
			this.turns.runs.delete(run);
			resolve();
		}
		if (this.turns.runs.size === 0) this.idleSince = now;
	}

	/** The next opening of the throttle, retry or deadline. */
	private nextMoment(now: number, opening: number): number {
		const deadlines = [...this.flights].map(({ deadline }) => deadline);
		const retries = [...this.turns.runs.keys()].map((run) => run.nextDue(now));
		return Math.min(opening, ...deadlines, ...retries);
	}

	/** Until then, but only for a slice, or until something happens. */
	private async sleepUntil(moment: number): Promise<void> {
		const ms = Math.max(1, Math.ceil(Math.min(moment - this.clock.now(), SLICE)));
		await new Promise<void>((resolve) => {
			this.wake = resolve;
			void this.clock.sleep(ms).then(resolve);
		});
	}
}
