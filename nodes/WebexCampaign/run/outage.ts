import type { Answer } from '../api/answer';
import type { Outcome } from './outcome';

/** So many items settled in a row without a usable reply are an outage: the rest would fare the same. */
const ITEMS_IN_A_ROW = 5;
/**
 * When so many items are affected and nothing usable has come for so long (ms), no retry is begun any more: with hanging
 * requests alone, four attempts of 30 s each would let an outage drag on for minutes. The requests that find out may have
 * begun just before, and so may others that are awaited: with the usual timeout it takes two minutes at most.
 */
const LONGEST_SILENCE = 60_000;
const OUTAGE_CODES = new Set(['UNEXPECTED_REPLY', 'CONNECTION_FAILED', 'TIMED_OUT', '500']);

export class OutageWatch {
	private inARow = 0;

	constructor(private lastUsableReply: number) {}

	answered(answer: Answer, now: number): void {
		const usable = answer.kind === 'failed' ? answer.usable : answer.kind !== 'fault';
		if (usable) this.lastUsableReply = now;
	}

	/** @returns whether this outcome makes it an outage */
	settled(outcome: Outcome): boolean {
		this.inARow =
			outcome.status === 'failed' && OUTAGE_CODES.has(outcome.code) && !outcome.contradictory
				? this.inARow + 1
				: 0;
		return this.inARow >= ITEMS_IN_A_ROW;
	}

	/** @param affected items that have had a fault and are not settled */
	retriesAreHopeless(affected: number, now: number): boolean {
		return affected >= ITEMS_IN_A_ROW && now - this.lastUsableReply >= LONGEST_SILENCE;
	}
}
