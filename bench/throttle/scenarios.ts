import type { ThrottleRule } from '../../simulator/throttles';

/** One row of the throttle benchmark. */
export interface Scenario {
	name: string;
	rule: ThrottleRule;
	/** Of each run. */
	items: number;
	/** Runs that share the throttle without knowing of each other; 1 unless told. */
	runs?: number;
	/** 10, the node's default, unless told. */
	concurrency?: number;
	/** Round trip in ms, from and to; 5 to 50 unless told. */
	latencyMs?: [number, number];
	/** The node's `maxThrottleWait` in seconds; its default, 300, unless told. */
	maxThrottleWait?: number;
	/** What must hold for every seed. */
	atLeast: number;
	wasteAtMost: number;
	/** Takes minutes or hours on a real clock. */
	virtualOnly?: boolean;
}

export const fixed = (limit: number, windowMs: number): ThrottleRule => ({ kind: 'fixed', limit, windowMs });
export const sliding = (limit: number, windowMs: number): ThrottleRule => ({
	kind: 'sliding',
	limit,
	windowMs,
});
export const change = (before: ThrottleRule, afterMs: number, then: ThrottleRule): ThrottleRule => ({
	kind: 'sequence',
	steps: [
		{ afterMs: 0, rule: before },
		{ afterMs, rule: then },
	],
});

export const WINDOW = { atLeast: 0.9, wasteAtMost: 0.08 };
export const HARD = { atLeast: 0.85, wasteAtMost: 0.12 };
export const SHARED = { atLeast: 0.75, wasteAtMost: 0.15 };

/** The rows that the project promises. */
export const promised: Scenario[] = [
	{ name: 'fixed 100/1 s', rule: fixed(100, 1000), items: 2000, ...WINDOW },
	{
		name: 'fixed 200/5 s, Retry-After',
		rule: { kind: 'fixed', limit: 200, windowMs: 5000, retryAfter: 'seconds' },
		items: 2000,
		...WINDOW,
	},
	{ name: 'fixed 1,000/60 s', rule: fixed(1000, 60_000), items: 8000, virtualOnly: true, ...WINDOW },
	{ name: 'sliding 50/1 s', rule: sliding(50, 1000), items: 2000, ...WINDOW },
	{
		name: 'bucket 40/s, burst 80',
		rule: { kind: 'bucket', perSecond: 40, burst: 80 },
		items: 2000,
		...WINDOW,
	},
	{
		name: 'fixed 100/1 s, halved midway',
		rule: change(fixed(100, 1000), 8000, fixed(50, 1000)),
		items: 1200,
		...WINDOW,
	},
	{ name: 'fixed 30/2 s', rule: fixed(30, 2000), items: 600, ...HARD },
	{
		name: 'concurrency 4 at 50 ms',
		rule: { kind: 'concurrent', limit: 4 },
		items: 1600,
		latencyMs: [50, 50],
		...HARD,
	},
	{ name: 'two runs share 100/1 s', rule: fixed(100, 1000), items: 1000, runs: 2, ...SHARED },
	{ name: 'four runs share 100/1 s', rule: fixed(100, 1000), items: 1000, runs: 4, ...SHARED },
	{
		name: 'no limit at 50 ms',
		rule: { kind: 'none' },
		items: 2000,
		latencyMs: [50, 50],
		atLeast: 0.95,
		wasteAtMost: 0,
	},
];
