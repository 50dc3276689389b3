/** How a request ended, as far as it tells something about the throttle. */
export type Verdict =
	/** A reply that is not a throttle refusal. */
	| 'accepted'
	/** HTTP or API code 429: not executed. */
	| 'refused'
	/** Lost, timed out, a server fault without a word: tells nothing. */
	| 'unheard';

/** A request under way. */
export interface Ticket {
	readonly startedAt: number;
	/** It was sent while the throttle was shut, to see whether it still is. */
	readonly probe: boolean;
}

/** Decides when the next request of a run may start. All times are ms on one monotonic clock. */
export interface ThrottleGate {
	/** At or before `now`: at once. Infinity: not before another reply has come. Pure. */
	nextStart(now: number): number;
	/** A request starts: also one that the run sends earlier than `nextStart` as its last try. */
	start(now: number): Ticket;
	/** Its end. `retryAfterMs` is what the reply asked for, if it did. */
	finish(ticket: Ticket, verdict: Verdict, now: number, retryAfterMs?: number): void;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** @param random uniform in [0, 1) */
export function makeThrottleGate(random: () => number): ThrottleGate {
	let shut = false;
	let probing = false;
	let probeAt = 0;
	let wait = FIRST_WAIT;

	return {
		nextStart: (now) => (!shut ? now : probing ? Infinity : probeAt),
		start(now) {
			const ticket = { startedAt: now, probe: shut };
			probing = shut;
			return ticket;
		},
		finish(ticket, verdict, now, retryAfterMs) {
			if (ticket.probe) probing = false;
			if (verdict === 'refused' && (!shut || ticket.probe)) {
				shut = true;
				probeAt = now + (retryAfterMs ?? wait * (0.5 + random() / 2));
				wait = Math.min(2 * wait, LONGEST_WAIT);
			}
			if (verdict === 'accepted' && (!shut || ticket.probe)) {
				shut = false;
				wait = FIRST_WAIT;
			}
		},
	};
}
