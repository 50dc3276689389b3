/**
 * Waits in ms before the first probes, and by how much each next one is longer: few probes, and yet none far too late.
 * Runs that share a throttle use up a window soon after it opens, so sparser probes would find only one in many.
 */
const FIRST_WAIT = 300;
const FIRST_WAITS_GROW = 1.2;
const NEXT_WAITS_GROW = 1.1;
const JITTER = 0.05;
/** In ms. Windows of up to five minutes, the usual patience, are looked for so closely that others can't keep us out. */
const CLOSELY = { during: 300_000, step: 2000 };

/** While no opening has been seen yet. */
export function probeForFirstOpening(now: number, shutAt: number, random: () => number): number {
	const wait = Math.max(FIRST_WAIT, (now - shutAt) * FIRST_WAITS_GROW);
	return closely(now, shutAt, shutAt + wait * jitter(random));
}

/** While one opening has been seen, but not how long it is to the next. */
export function probeForNextOpening(
	now: number,
	openedAt: number,
	shortestWait: number,
	random: () => number,
): number {
	const spread = jitter(random);
	const next = closely(now, openedAt, openedAt + (now - openedAt) * NEXT_WAITS_GROW * spread);
	return Math.max(next, openedAt + shortestWait * spread);
}

/** At `at`, or earlier: not long after the last look. */
export const closely = (now: number, since: number, at: number): number =>
	now - since < CLOSELY.during ? Math.min(at, now + CLOSELY.step) : at;

const jitter = (random: () => number): number => 1 - JITTER + 2 * JITTER * random();
