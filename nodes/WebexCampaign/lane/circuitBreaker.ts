import { isUsable, type Answer } from '../api/answer';
import type { Step } from './run';

/** So many unsettled items are risked while in doubt, and so many settled in a row without a usable reply are an outage. */
export const ITEMS_AT_RISK = 5;

/**
 * How much a lane risks, from the answers that it has had (a circuit breaker as in resilience4j, with its states):
 *
 * - **untested**: one request at a time, since the key or the address may be wrong;
 * - **halfOpen**: the last answer was not the API's own. The API may be down, so few new items are begun until it replies;
 * - **closed**: the API has replied. No bound of its own.
 */
export class CircuitBreaker {
	private state: 'untested' | 'halfOpen' | 'closed' = 'untested';
	/** Some host has replied to this lane: the API (then the next is true too) or one before it. */
	private anyReply = false;
	private usableReply = false;
	private settledWithoutUsableReply = 0;

	/** Whether such a reply has come to this lane before. */
	hasHad(reply: 'anyReply' | 'usableReply'): boolean {
		return this[reply];
	}

	/** @returns whether this makes it an outage; the count begins anew then */
	onAnswer(answer: Answer, step: Step): boolean {
		const fromApi = isUsable(answer);
		if (step.kind === 'settle' && step.endsRuns) this.state = 'untested';
		else if (this.state !== 'untested' || answer.kind !== 'throttled') this.state = fromApi ? 'closed' : 'halfOpen';
		this.anyReply ||= answer.kind === 'deleted' || answer.httpStatus !== null;
		this.usableReply ||= fromApi;
		if (fromApi) this.settledWithoutUsableReply = 0;
		else if (step.kind === 'settle') this.settledWithoutUsableReply++;
		if (this.settledWithoutUsableReply < ITEMS_AT_RISK) return false;
		this.settledWithoutUsableReply = 0;
		return true;
	}

	/** How many requests may be in flight. */
	maxInFlight(concurrency: number): number {
		return this.state === 'untested' ? 1 : concurrency;
	}

	/** @param unsettled how many items await an answer or a retry; asked only if that matters */
	allowsNewItem(unsettled: () => number): boolean {
		return this.state !== 'halfOpen' || unsettled() < ITEMS_AT_RISK;
	}
}
