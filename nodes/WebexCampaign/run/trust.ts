import type { Answer } from '../api/answer';
import type { Verdict } from '../throttle/gate';

/** So many items are risked while in doubt, and so many settled in a row without a usable reply are an outage. */
const ITEMS_AT_RISK = 5;

/**
 * How much a lane risks, from what it has heard. Nothing yet: one request, since the key or the address may be wrong. After
 * an answer that is not the API's own: few items, since the API may be down, until one good reply ends the doubt.
 */
export class Trust {
	/** A request has come to an end, and not with a rejection or by a cancel. */
	private heard = false;
	private hostIsKnown = false;
	private inDoubt = false;
	private settledInARow = 0;

	/** @returns the answer as it is to be taken: a host that was never found will not be found on a second try either */
	hear(given: Answer): Answer {
		const isHopeless = given.kind === 'fault' && given.unknownHost && !this.hostIsKnown;
		const answer: Answer = isHopeless
			? { ...given, kind: 'failed', outcome: 'notDeleted', endsRun: true, usable: false }
			: given;
		this.hostIsKnown ||= answer.kind === 'deleted' || answer.httpStatus !== null;
		if (answer.kind !== 'throttled') this.heard = !isRejection(answer);
		this.inDoubt = verdictOf(answer) === 'unheard';
		if (!this.inDoubt) this.settledInARow = 0;
		return answer;
	}

	/** An answer has settled an item. @returns whether that makes it an outage; the count begins anew then */
	settled(): boolean {
		if (!this.inDoubt || ++this.settledInARow < ITEMS_AT_RISK) return false;
		this.settledInARow = 0;
		return true;
	}

	/** How many requests may be under way. */
	most(concurrency: number): number {
		return this.heard ? concurrency : 1;
	}

	/** Whether a fresh item may be begun while so many unsettled ones await an answer or a retry. */
	mayBegin(onTheirWay: number): boolean {
		return !this.inDoubt || onTheirWay < ITEMS_AT_RISK;
	}
}

/** Every other item would get this answer too. */
export const isRejection = (answer: Answer): answer is Answer & { kind: 'failed' } =>
	answer.kind === 'failed' && answer.endsRun;

/** Only a reply of the API itself tells that the throttle let a request through: a web page may be anybody's. */
export function verdictOf(answer: Answer): Verdict {
	if (answer.kind === 'throttled') return 'throttled';
	if (answer.kind === 'fault') return 'unheard';
	return answer.kind === 'failed' && !answer.usable ? 'unheard' : 'accepted';
}
