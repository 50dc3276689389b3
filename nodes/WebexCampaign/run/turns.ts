import type { ThrottleGate } from '../throttle/gate';
import type { Run } from './run';
import type { Trust } from './trust';

/** The runs of a lane, and whose turn it is: after each request that a run starts it goes to the end of the line. */
export class Turns {
	/** In the order of their turns, each with what lets it leave the lane. */
	readonly runs = new Map<Run, { resolve(): void; reject(thrown: unknown): void }>();
	private lastStart = -Infinity;

	constructor(
		private readonly gate: ThrottleGate,
		private readonly trust: Trust,
	) {}

	/**
	 * @param inFlight requests under way
	 * @returns who may start next, and when; undefined if none has anything to send, or no more may be under way
	 */
	next(now: number, inFlight: number): { run: Run; at: number } | undefined {
		const concurrency = this.largest(({ options }) => options.concurrency);
		if (inFlight >= this.trust.most(concurrency)) return undefined;
		const ready = this.ready(now, inFlight);
		const { value: run } = ready.next();
		if (!run) return undefined;
		const earliest = this.lastStart + this.largest(({ options }) => 1000 / options.maxRequestsPerSecond);
		const opening = this.gate.nextStart(now);
		if (opening <= now) return { run, at: earliest };
		// A reply tells more, of a look or of the gentle start: so far nothing was refused.
		if (opening === Infinity && inFlight > 0) return undefined;
		let hasty = run.waitForThrottle(now);
		for (const other of ready) if (other.waitForThrottle(now).patienceEnd < hasty.patienceEnd) hasty = other;
		// With nothing under way no reply will tell: whose patience ends first takes a last look.
		if (inFlight > 0 || opening <= hasty.patienceEnd) return { run, at: Math.max(earliest, opening) };
		return { run: hasty, at: Math.max(earliest, hasty.patienceEnd) };
	}

	/** This run starts a request. */
	took(run: Run, now: number): void {
		const leave = this.runs.get(run);
		this.runs.delete(run);
		if (leave) this.runs.set(run, leave);
		this.lastStart = now;
	}

	private *ready(now: number, inFlight: number): Generator<Run, undefined> {
		let onTheirWay = inFlight;
		for (const run of this.runs.keys()) onTheirWay += run.waitingForRetry;
		const mayBegin = this.trust.mayBegin(onTheirWay);
		for (const run of this.runs.keys()) if (run.isReady(now, mayBegin)) yield run;
		return undefined;
	}

	/** Of all runs: for places the most generous bound, for the distance between two starts the strictest. */
	private largest(of: (run: Run) => number): number {
		let largest = 0;
		for (const run of this.runs.keys()) largest = Math.max(largest, of(run));
		return largest;
	}
}
