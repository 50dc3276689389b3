import type { Cycle } from './cycle';
import { closely } from './probeTimes';
import type { Spacing } from './spacing';

/** A refusal amid a window is often a matter of a few ms: soon after it is tried once more. */
const A_MOMENT = 50;
/** An opening so soon after the refusal, as a share of the window's length, is no opening: the pattern was a little fast. */
const JUST_TOO_EARLY = 0.15;

/** The time from a refusal, or from a trial, until a probe is let through. All times in ms. */
export class Shut {
	/** When it began. undefined: not refused, only the next opening is being tried for. */
	at: number | undefined;
	/** Until when it is known to have been shut. */
	until = 0;
	refusedProbes = 0;

	begin(at: number, until: number): void {
		this.at = at;
		this.until = until;
		this.refusedProbes = 0;
	}

	beginTrial(at: number): void {
		this.begin(at, at);
		this.at = undefined;
	}

	refuseProbe(until: number): void {
		this.until = until;
		this.refusedProbes++;
	}

	/** When to probe next if the length of a window is known. */
	nextProbe(now: number, cycle: Cycle, spacing: Spacing): number {
		const { at, refusedProbes } = this;
		const expected = cycle.openedAt + spacing.accepted;
		const wait = spacing.tolerance * 2 ** Math.min(refusedProbes, 6);
		// The length is known, so silences count only from when the window should have opened.
		const soon = closely(now, cycle.openedAt, now + wait, expected);
		if (cycle.accepted === 0) return soon;
		const opening = now < expected ? expected : soon;
		if (at === undefined || !this.hasMoments(cycle, spacing)) return opening;
		if (refusedProbes === 0) return Math.min(expected, now + A_MOMENT);
		return refusedProbes === 1 ? Math.min(opening, soon) : opening;
	}

	/** Let through again after a moment, amid a window: its quota is not used up. */
	wasJustTooEarly(at: number, cycle: Cycle, spacing: Spacing): boolean {
		if (this.at === undefined || this.refusedProbes > 0 || cycle.accepted === 0) return false;
		const { accepted, tolerance } = spacing;
		return at - this.at < JUST_TOO_EARLY * accepted && at - cycle.openedAt < accepted - tolerance / 2;
	}

	/** In a short window a moment is so long that what is let through after it would look like the next window. */
	private hasMoments(cycle: Cycle, spacing: Spacing): boolean {
		return cycle.accepted === 1 || JUST_TOO_EARLY * spacing.accepted >= A_MOMENT;
	}
}
