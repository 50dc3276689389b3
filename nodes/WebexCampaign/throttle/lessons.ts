import type { BestRate } from './bestRate';
import type { Cycle } from './cycle';
import type { Quota } from './quota';
import type { Shut } from './shut';
import type { Spacing } from './spacing';

/** Windows shorter than this (ms) are taken several as one. */
const SHORTEST = 150;
/** A window that opens before this share of the known length shows that the length is wrong. */
const FAR_TOO_EARLY = 0.75;

/** What is known of the throttle's windows. */
export interface Windows {
	readonly cycle: Cycle;
	readonly shutting: Shut;
	readonly spacing: Spacing;
	readonly quota: Quota;
	readonly best: BestRate;
}

/** What the opening of a window, at `at` ms, tells about its length, and the end of the last one about its quota. */
export function learnFromOpening({ cycle, shutting, spacing, quota }: Windows, at: number): void {
	const { refusedProbes } = shutting;
	const since = at - cycle.openedAt;
	const refused = shutting.until - cycle.openedAt;
	if (!spacing.isKnown) {
		spacing.learn(since, refused);
		quota.is(cycle.accepted);
	} else if (cycle.accepted === 0) {
		// The window had been taken as open when it was not.
		spacing.openedLater(since, refused);
		cycle.forgetPattern();
	} else if (shutting.at === undefined) {
		if (refusedProbes === 0) spacing.openedInTrial(since);
		else spacing.openedLate(since, refused);
	} else {
		quota.is(cycle.accepted);
		quota.endTest();
		if (refusedProbes > 0 && since < FAR_TOO_EARLY * spacing.accepted) spacing.learn(since, refused);
		else spacing.openedLate(since, refused);
	}
}

/** Holds what has been learned against the best rate ever seen, and against what is too short to be told apart. */
export function checkRate({ spacing, quota, best }: Windows): void {
	const longest = best.compare(quota.size, spacing.accepted);
	if (longest !== undefined) spacing.shorten(longest);
	if (spacing.accepted >= SHORTEST || quota.size === 1) return;
	const factor = Math.ceil(SHORTEST / spacing.accepted);
	spacing.multiply(factor);
	quota.size *= factor;
}
