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

const fixed = (limit: number, windowMs: number): ThrottleRule => ({ kind: 'fixed', limit, windowMs });
const sliding = (limit: number, windowMs: number): ThrottleRule => ({ kind: 'sliding', limit, windowMs });
const change = (before: ThrottleRule, afterMs: number, then: ThrottleRule): ThrottleRule => ({
	kind: 'sequence',
	steps: [
		{ afterMs: 0, rule: before },
		{ afterMs, rule: then },
	],
});

const WINDOW = { atLeast: 0.9, wasteAtMost: 0.08 };
const HARD = { atLeast: 0.85, wasteAtMost: 0.12 };
const SHARED = { atLeast: 0.75, wasteAtMost: 0.15 };

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
	{ name: 'sliding 50/1 s', rule: sliding(50, 1000), items: 1000, ...WINDOW },
	{
		name: 'bucket 40/s, burst 80',
		rule: { kind: 'bucket', perSecond: 40, burst: 80 },
		items: 1000,
		...WINDOW,
	},
	{
		name: 'fixed 100/1 s, halved midway',
		rule: change(fixed(100, 1000), 8000, fixed(50, 1000)),
		items: 1200,
		...WINDOW,
	},
	{ name: 'fixed 30/2 s', rule: fixed(30, 2000), items: 300, ...HARD },
	{
		name: 'concurrency 4 at 50 ms',
		rule: { kind: 'concurrent', limit: 4 },
		items: 1600,
		latencyMs: [50, 50],
		...HARD,
	},
	{ name: 'two runs share 100/1 s', rule: fixed(100, 1000), items: 1000, runs: 2, ...SHARED },
	{ name: 'four runs share 100/1 s', rule: fixed(100, 1000), items: 500, runs: 4, ...SHARED },
	{
		name: 'no limit at 50 ms',
		rule: { kind: 'none' },
		items: 2000,
		latencyMs: [50, 50],
		atLeast: 0.95,
		wasteAtMost: 0,
	},
];

/** Neighbours and extremes: tuning for the rows above alone would show here. */
export const around: Scenario[] = [
	{ name: 'fixed 37/1.7 s', rule: fixed(37, 1700), items: 740, ...HARD },
	{ name: 'fixed 70/3 s', rule: fixed(70, 3000), items: 1400, ...WINDOW },
	{ name: 'fixed 250/10 s', rule: fixed(250, 10_000), items: 2500, ...WINDOW },
	{ name: 'sliding 100/5 s', rule: sliding(100, 5000), items: 1000, ...WINDOW },
	{ name: 'sliding 1,000/60 s', rule: sliding(1000, 60_000), items: 8000, ...WINDOW },
	{ name: 'fixed 5,000/300 s', rule: fixed(5000, 300_000), items: 40_000, ...WINDOW },
	{ name: 'sliding 5,000/300 s', rule: sliding(5000, 300_000), items: 40_000, ...WINDOW },
	{
		name: '10,000/h, 100,000 items',
		rule: fixed(10_000, 3_600_000),
		items: 100_000,
		maxThrottleWait: 7200,
		...WINDOW,
	},
	{ name: 'fixed 5/1 s', rule: fixed(5, 1000), items: 100, ...HARD, wasteAtMost: 0.35 },
	{ name: 'fixed 1/1 s', rule: fixed(1, 1000), items: 50, ...HARD, wasteAtMost: 0.6 },
	{
		name: 'sliding 100/5 s, Retry-After date',
		rule: { kind: 'sliding', limit: 100, windowMs: 5000, retryAfter: 'date' },
		items: 1000,
		...WINDOW,
	},
	{
		name: 'fixed 60/1 s, Retry-After',
		rule: { kind: 'fixed', limit: 60, windowMs: 1000, retryAfter: 'seconds' },
		items: 1200,
		...WINDOW,
	},
	{ name: 'bucket 10/s, burst 1', rule: { kind: 'bucket', perSecond: 10, burst: 1 }, items: 200, ...HARD },
	{
		name: 'bucket 100/s, burst 10',
		rule: { kind: 'bucket', perSecond: 100, burst: 10 },
		items: 2000,
		...HARD,
	},
	{
		name: 'fixed 50/1 s, doubled midway',
		rule: change(fixed(50, 1000), 8000, fixed(100, 1000)),
		items: 2000,
		...HARD,
	},
	{
		name: 'no limit, then 100/1 s',
		rule: change({ kind: 'none' }, 3000, fixed(100, 1000)),
		items: 2500,
		...WINDOW,
	},
	{
		name: '100/1 s, then no limit',
		rule: change(fixed(100, 1000), 8000, { kind: 'none' }),
		items: 4000,
		...HARD,
	},
	{ name: '100/1 s, 50 at once', rule: fixed(100, 1000), items: 2000, concurrency: 50, ...WINDOW },
	{
		name: 'concurrency 8, 50 at once',
		rule: { kind: 'concurrent', limit: 8 },
		items: 2000,
		concurrency: 50,
		...HARD,
	},
	{ name: 'concurrency 3', rule: { kind: 'concurrent', limit: 3 }, items: 1500, ...HARD },
	{ name: 'concurrency 1', rule: { kind: 'concurrent', limit: 1 }, items: 500, ...HARD },
	{
		name: 'two runs share 30/2 s',
		rule: fixed(30, 2000),
		items: 300,
		runs: 2,
		atLeast: 0.7,
		wasteAtMost: 0.2,
	},
	{ name: 'two runs share sliding 100/1 s', rule: sliding(100, 1000), items: 1000, runs: 2, ...SHARED },
	{ name: 'three runs share 1,000/60 s', rule: fixed(1000, 60_000), items: 4000, runs: 3, ...SHARED },
	{
		name: 'two runs share concurrency 6',
		rule: { kind: 'concurrent', limit: 6 },
		items: 1000,
		runs: 2,
		atLeast: 0.6,
		wasteAtMost: 0.25,
	},
];

for (const scenario of around) scenario.virtualOnly = true;
