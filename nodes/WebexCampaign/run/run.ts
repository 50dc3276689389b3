import type { Answer } from '../api/answer';
import { deadlinePassed } from '../api/transportFault';
import type { Ticket } from '../throttle/gate';
import { Admission } from './admission';
import { Alarm } from './alarm';
import type { Job } from './job';
import { JobQueue } from './jobQueue';
import { nextStep, outcomeAtEnd } from './nextStep';
import { OutageWatch } from './outage';
import type { Outcome, RunEnd } from './outcome';
import type { RunReport, RunSetup } from './runSetup';

interface Flight {
	job: Job;
	ticket: Ticket;
	deadline: number;
}

/** Settles every job: sends, waits, retries, and ends early where going on is useless. */
export class Run {
	private readonly queue: JobQueue;
	private readonly flights = new Set<Flight>();
	private readonly alarm: Alarm;
	private readonly admission: Admission;
	private readonly outage: OutageWatch;
	private end: RunEnd | undefined;
	private heard = false;

	constructor(
		private readonly jobs: readonly Job[],
		private readonly setup: RunSetup,
	) {
		this.queue = new JobQueue(jobs);
		this.alarm = new Alarm(setup.clock);
		this.admission = new Admission(setup.gate, setup.options.maxThrottleWait);
		this.outage = new OutageWatch(setup.clock.now());
	}

	async toEnd(): Promise<RunReport> {
		for (;;) {
			if (this.setup.isCancelled()) this.end = { why: 'cancelled' };
			this.startWhatMayStart();
			if (this.isOver()) break;
			await this.waitForNews();
			this.dropOverdueFlights();
			this.setup.onProgress(this.setup.clock.now());
		}
		const { end } = this;
		this.leaveFlights();
		if (end) for (const job of this.jobs) job.outcome ??= outcomeAtEnd(job, end);
		return { end, throttleWait: this.admission.waited };
	}

	/** Requests in flight are awaited, except that n8n itself cuts them off when the execution is cancelled. */
	private isOver(): boolean {
		if (this.end?.why === 'cancelled') return true;
		return this.flights.size === 0 && (this.end !== undefined || this.queue.isEmpty);
	}

	/** Only a cancelled run has any left: n8n cuts them off, and what they did is not known. */
	private leaveFlights(): void {
		for (const { job } of this.flights) {
			job.mayHaveBeenExecuted = true;
			job.last = { code: 'CONNECTION_FAILED', httpStatus: null, detail: 'the execution was cancelled' };
		}
	}

	private startWhatMayStart(): void {
		const now = this.setup.clock.now();
		while (this.hasWork(now) && this.admission.nextStart(now, this.flights.size) <= now) {
			const job = this.queue.take(now);
			if (job) this.start(job, now);
		}
	}

	/** The first request goes alone until it is heard of: a wrong key costs one request, not all of them. */
	private hasWork(now: number): boolean {
		const limit = this.heard ? this.setup.options.concurrency : 1;
		return this.end === undefined && this.flights.size < limit && this.queue.hasReady(now);
	}

	private start(job: Job, now: number): void {
		const { options, send } = this.setup;
		const deadline = now + options.requestTimeout * 1000;
		const flight: Flight = { job, ticket: this.admission.start(now), deadline };
		this.flights.add(flight);
		job.attempts++;
		void send(job.profile).then((answer) => {
			this.land(flight, answer);
			this.alarm.ring();
		});
	}

	/** Until a reply comes, a retry is due, the throttle opens or the oldest request is overdue. */
	private async waitForNews(): Promise<void> {
		const now = this.setup.clock.now();
		const heldBack = this.hasWork(now);
		const [oldest] = this.flights;
		const opening = heldBack ? this.admission.nextStart(now, this.flights.size) : Infinity;
		const retry = this.end ? Infinity : this.queue.nextDue();
		await this.alarm.until(Math.min(opening, retry > now ? retry : Infinity, oldest?.deadline ?? Infinity));
		if (heldBack) this.admission.waited += this.setup.clock.now() - now;
	}

	/** All requests have the same timeout, so the oldest is the first to pass its deadline. */
	private dropOverdueFlights(): void {
		const now = this.setup.clock.now();
		for (const flight of this.flights) {
			if (flight.deadline > now) return;
			this.land(flight, deadlinePassed(this.setup.options.requestTimeout));
		}
	}

	/** Takes in an answer; one that comes after its deadline is no longer listened to. */
	private land(flight: Flight, answer: Answer): void {
		if (!this.flights.delete(flight)) return;
		const now = this.setup.clock.now();
		const patienceEnd = this.admission.finish(flight.ticket, answer, now);
		this.outage.answered(answer, now);
		if (answer.kind !== 'throttled') this.heard = true;
		this.takeStep(flight.job, answer, now);
		this.end ??= patienceEnd;
	}

	private takeStep(job: Job, answer: Answer, now: number): void {
		if (answer.kind === 'fault') job.mayHaveBeenExecuted ||= answer.mayHaveBeenExecuted;
		const step = nextStep(answer, job, this.setup.options, this.setup.random);
		if (step.kind === 'settle') return this.settle(job, step.outcome, step.endsRun);
		job.last = step.last;
		if (step.kind === 'waitForThrottle') return this.queue.sendAgain(job);
		if (this.outage.retriesAreHopeless(this.queue.waitingForRetry + this.flights.size, now)) {
			return this.settle(job, outcomeAtEnd(job, { why: 'outage' }), false);
		}
		job.retries++;
		this.queue.retryAt(now + step.delay, job);
	}

	private settle(job: Job, outcome: Outcome, endsRun: boolean): void {
		job.outcome = outcome;
		if (outcome.status === 'failed' && endsRun) this.end ??= { why: 'refused', ...told(outcome) };
		if (this.outage.settled(outcome)) this.end ??= { why: 'outage' };
		if (outcome.status === 'failed' && this.setup.stopAtFailure) this.end ??= { why: 'failedItem' };
	}
}

const told = ({ code, httpStatus, detail = '' }: Outcome & { status: 'failed' }) => ({
	code,
	httpStatus,
	detail,
});
