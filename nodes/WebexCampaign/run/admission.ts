import type { Answer } from '../api/answer';
import type { ThrottleGate, Ticket, Verdict } from '../throttle/gate';
import type { RunEnd } from './outcome';
import { Patience } from './patience';

/** When a request may start, as far as the throttle is concerned: what the gate has learned, within the user's patience. */
export class Admission {
	private readonly patience: Patience;

	/** How long work was held back for the throttle, in ms. */
	waited = 0;

	/** @param maxThrottleWait seconds */
	constructor(
		private readonly gate: ThrottleGate,
		maxThrottleWait: number,
	) {
		this.patience = new Patience(maxThrottleWait * 1000);
	}

	/** The gate decides; only when patience ends and nothing is under way, one last probe is sent. */
	nextStart(now: number, inFlight: number): number {
		const start = this.gate.nextStart(now);
		if (inFlight > 0) return start;
		// With nothing under way no reply will come, so there is nothing to wait for.
		return start === Infinity ? now : Math.min(start, this.patience.end);
	}

	start(now: number): Ticket {
		return this.gate.start(now);
	}

	/** @returns the end of the run, if patience has ended with this answer */
	finish(ticket: Ticket, answer: Answer, now: number): RunEnd | undefined {
		const verdict = verdictOf(answer);
		const retryAfter = answer.kind === 'throttled' ? answer.retryAfter : undefined;
		this.gate.finish(ticket, verdict, now, retryAfter);
		if (verdict === 'accepted') this.patience.accepted();
		if (verdict !== 'throttled' || !this.patience.refused(now, retryAfter)) return undefined;
		return retryAfter === undefined ? { why: 'throttle' } : { why: 'throttle', askedFor: retryAfter };
	}
}

/** Only a reply of the API itself tells that the throttle let a request through: a web page may be anybody's. */
function verdictOf(answer: Answer): Verdict {
	if (answer.kind === 'throttled') return 'throttled';
	if (answer.kind === 'fault') return 'unheard';
	return answer.kind === 'failed' && answer.code === 'UNEXPECTED_REPLY' ? 'unheard' : 'accepted';
}
