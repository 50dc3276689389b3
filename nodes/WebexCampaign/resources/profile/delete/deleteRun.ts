import type { Answer } from '../../../api/answer';
import type { ProfileToDelete } from '../../../api/deleteProfile';
import type { RunOptions } from '../../../input/options';
import type { Run, RunEnd } from '../../../lane/run';
import { nextStep, outcomeAtEnd, whenSent } from './nextStep';
import type { History, Job } from './outcome';

/** What a run is made of. What these functions throw ends this run alone. */
export interface DeleteRunSetup {
	options: RunOptions;
	/** On Error is 'Stop': the first failed item ends the run. */
	stopAtFailure: boolean;
	/** Ends within the request's deadline. */
	send(profile: ProfileToDelete): Promise<Answer>;
	isCancelled(): boolean;
	/** Called at least twice a second. */
	onProgress(now: number, histories: readonly History[]): void;
	/** Uniform in [0, 1). */
	random(): number;
}

/** The deletes of one execution of the node. It alone owns what is known of each of them. */
export class DeleteRun implements Run {
	readonly options: RunOptions;
	/** Before the request that is in flight, if one is. */
	private readonly histories: History[];
	private readonly underWay = new Set<number>();
	/** The first job that was not sent in this run and has no outcome from before. */
	private nextNew: number;
	private ending: RunEnd | undefined;

	/** @param histories what is known of each job so far; one that has an outcome is not sent */
	constructor(
		private readonly jobs: readonly Job[],
		histories: readonly History[],
		private readonly setup: DeleteRunSetup,
	) {
		this.options = setup.options;
		this.histories = [...histories];
		this.nextNew = this.unsettledFrom(0);
	}

	get hasNew(): boolean {
		return !this.ending && this.nextNew < this.jobs.length;
	}

	get endedBy(): RunEnd | undefined {
		return this.ending;
	}

	get isCancelled(): boolean {
		return this.setup.isCancelled();
	}

	takeNew(): number {
		const job = this.nextNew;
		this.nextNew = this.unsettledFrom(job + 1);
		return job;
	}

	async send(job: number): Promise<Answer> {
		this.underWay.add(job);
		return await this.setup.send(this.jobs[job]!.profile);
	}

	onAnswer(job: number, answer: Answer, refusesAll: boolean): number | undefined {
		const { options, stopAtFailure, random } = this.setup;
		const { history, delay } = nextStep(answer, this.histories[job]!, refusesAll, options, random);
		this.underWay.delete(job);
		this.histories[job] = history;
		if (stopAtFailure && history.outcome?.status === 'failed' && !refusesAll) this.end({ why: 'failedItem' });
		return delay;
	}

	/** The first reason for which a run ends is the one that is told; but a cancel comes before any other. */
	end(why: RunEnd): void {
		if (why.why === 'cancelled' || !this.ending) this.ending = why;
	}

	poll(now: number): void {
		if (this.isCancelled) this.end({ why: 'cancelled' });
		this.setup.onProgress(now, this.histories);
	}

	/** What is known of each job when the run is over; what its end left unsettled has an outcome too. */
	get result(): History[] {
		const end = this.ending;
		return this.histories.map((before, job) => {
			const history = this.underWay.has(job) ? whenSent(before) : before;
			return history.outcome || !end ? history : { ...history, outcome: outcomeAtEnd(history, end) };
		});
	}

	private unsettledFrom(job: number): number {
		let unsettled = job;
		while (this.histories[unsettled]?.outcome) unsettled++;
		return unsettled;
	}
}
