import { isUsable, provesAccess, type Answer } from '../api/answer';

/** So many unsettled items are risked while in doubt, and so many settled in a row without a usable reply are an outage. */
export const ITEMS_AT_RISK = 5;

/**
 * How much a lane risks, from the answers that it has had: a circuit breaker, as in resilience4j. It keeps two facts apart.
 *
 * - **Half open**: the last answer was not the API's own. It may be down, so few new items are begun until it replies.
 * - **Untested**: nothing but the throttle has answered yet. One request at a time, since key or address may be wrong.
 *
 * A refusal that every other item would get too ends all runs as long as nothing contradicts it. Once a reply has shown that
 * key and address are right, two witnesses are needed, and so they are for a wait that nobody has the patience for.
 */
export class CircuitBreaker {
	private isUntested = true;
	private isHalfOpen = false;
	/** Some host has replied: the API (then the next is true too) or one before it. */
	private anyReply = false;
	private usableReply = false;
	/** A reply has shown that key and address are right. */
	private accessIsProven = false;
	private settledWithoutUsableReply = 0;
	private readonly refusalOfAll = new Accusation();
	private readonly longWait = new Accusation();

	/** @param since only what started since then can end runs: an earlier request has ended those it could */
	constructor(private since = -Infinity) {}

	/** @returns whether the answer ends all runs: then the lane begins with a new breaker, as untested as at first */
	onAnswer(answer: Answer, startedAt: number, now: number): boolean {
		if (this.refusesAll(answer, startedAt, now)) return true;
		if (provesAccess(answer)) {
			this.accessIsProven = true;
			this.refusalOfAll.contradict(startedAt);
		}
		this.isUntested &&= answer.kind === 'throttled' || startedAt < this.since;
		this.isHalfOpen = !isUsable(answer);
		this.anyReply ||= answer.kind === 'deleted' || answer.httpStatus !== null;
		this.usableReply ||= isUsable(answer);
		if (isUsable(answer)) this.settledWithoutUsableReply = 0;
		return false;
	}

	private refusesAll(answer: Answer, startedAt: number, now: number): boolean {
		if (startedAt < this.since) return false;
		if (answer.kind === 'refusesAll') return !this.accessIsProven || this.refusalOfAll.confirm(startedAt, now);
		return answer.kind === 'transient' && answer.refusesAllBefore !== undefined && !this[answer.refusesAllBefore];
	}

	/** An item was settled by this answer. @returns whether that makes it an outage; the count begins anew then */
	onSettled(answer: Answer, startedAt: number, now: number): boolean {
		if (isUsable(answer) || startedAt < this.since) return false;
		this.settledWithoutUsableReply = (this.settledWithoutUsableReply + 1) % ITEMS_AT_RISK;
		if (this.settledWithoutUsableReply > 0) return false;
		this.since = now;
		return true;
	}

	/** @param isLong the answer names a wait that no run has the patience for @returns whether to believe it */
	believesWait(isLong: boolean, startedAt: number, now: number): boolean {
		if (isLong) return this.longWait.confirm(startedAt, now);
		this.longWait.contradict(startedAt);
		return true;
	}

	/** How many requests may be in flight. */
	maxInFlight(concurrency: number): number {
		return this.isUntested || this.refusalOfAll.stands || this.longWait.stands ? 1 : concurrency;
	}

	/** @param unsettled how many items await an answer or a retry */
	allowsNewItem(unsettled: number): boolean {
		if (this.longWait.stands) return unsettled === 0;
		return !this.isHalfOpen || unsettled < ITEMS_AT_RISK;
	}
}

/**
 * What would end all runs, while something speaks against it. It takes two witnesses: replies to a first request and to one
 * that started after that reply had come. Those that were in flight already may have met the same slip.
 */
class Accusation {
	private madeAt: number | undefined;

	get stands(): boolean {
		return this.madeAt !== undefined;
	}

	/** @returns whether this is the second witness */
	confirm(startedAt: number, now: number): boolean {
		const isConfirmed = this.isFollowedBy(startedAt);
		this.madeAt = isConfirmed ? undefined : (this.madeAt ?? now);
		return isConfirmed;
	}

	contradict(startedAt: number): void {
		if (this.isFollowedBy(startedAt)) this.madeAt = undefined;
	}

	private isFollowedBy(startedAt: number): boolean {
		return this.madeAt !== undefined && startedAt >= this.madeAt;
	}
}
