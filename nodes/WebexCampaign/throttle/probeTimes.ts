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
/**
 * But some throttles count refused requests too, or shut anew with each one, and open only to who keeps quiet. So there
 * are two times (ms after it shut) without a look, away from the usual lengths of windows: 30, 60, 120, 240 s.
 */
const SILENCES = [
	{ from: 33_000, to: 50_000 },
	{ from: 130_000, to: 195_000 },
];

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

/**
 * At `at`, or earlier: not long after the last look, unless it is time to keep quiet.
 *
 * @param shutAt since when it is shut; since the last opening unless told
 */
export function closely(now: number, openedAt: number, at: number, shutAt = openedAt): number {
	if (now - openedAt >= CLOSELY.during) return at;
	const next = Math.min(at, now + CLOSELY.step);
	const silence = SILENCES.find(({ from, to }) => next - shutAt > from && next - shutAt < to);
	return silence === undefined ? next : shutAt + silence.to;
}

const jitter = (random: () => number): number => 1 - JITTER + 2 * JITTER * random();
