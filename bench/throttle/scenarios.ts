import type { ThrottleRule } from '../../simulator/throttles';

/** What a row promises, over many seeds. */
export interface Promised {
	/** Efficiency of 99 of 100 seeds. */
	atLeast: number;
	/** Efficiency of half of them. */
	median: number;
	/** Refused requests ÷ items of half of them. */
	wasteMedian: number;
}

/** One row of the throttle benchmark. */
export interface Scenario extends Promised {
	name: string;
	rule: ThrottleRule;
	/** Of each run. */
	items: number;
	/** Runs that share the throttle without knowing of each other; 1 unless told. */
	runs?: number;
	/** A second list through the same gate, so many ms after the end of the first: only this one is measured. */
	again?: { after: number; items: number };
	/** 10, the node's default, unless told. */
	concurrency?: number;
	/** Round trip in ms, from and to; 5 to 50 unless told. */
	latencyMs?: [number, number];
	/** The node's `maxThrottleWait` in seconds; its default, 300, unless told. */
	maxThrottleWait?: number;
	/** Takes minutes or hours on a real clock. */
	virtualOnly?: boolean;
}

export const fixed = (limit: number, windowMs: number): ThrottleRule => ({ kind: 'fixed', limit, windowMs });
export const sliding = (limit: number, windowMs: number): ThrottleRule => ({
	kind: 'sliding',
	limit,
	windowMs,
});
export const bucket = (perSecond: number, burst: number): ThrottleRule => ({
	kind: 'bucket',
	perSecond,
	burst,
});
export const change = (before: ThrottleRule, afterMs: number, then: ThrottleRule): ThrottleRule => ({
	kind: 'sequence',
	steps: [
		{ afterMs: 0, rule: before },
		{ afterMs, rule: then },
	],
});

export const WINDOW = { atLeast: 0.85, median: 0.97, wasteMedian: 0.05 };
export const ROOM = { atLeast: 0.6, median: 0.8, wasteMedian: 0.05 };
export const SMOOTH = { atLeast: 0.8, median: 0.93, wasteMedian: 0.05 };
export const SHORT = { atLeast: 0.8, median: 0.95, wasteMedian: 0.13 };
export const SHARED = { atLeast: 0.5, median: 0.8, wasteMedian: 0.15 };
/** All that counts is that no item fails. */
export const FINISHES = { atLeast: 0, median: 0, wasteMedian: Infinity };
/** A second list of ten windows that loses at most one. */
const KEPT = { atLeast: 0.9, median: 0.9, wasteMedian: 0.1 };
const SECOND_LIST = { after: 300_000, items: 1000 };

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
	{
		name: 'fixed 100/1 s, halved midway',
		rule: change(fixed(100, 1000), 8000, fixed(50, 1000)),
		items: 1200,
		...WINDOW,
	},
	{ name: 'fixed 37/1.7 s', rule: fixed(37, 1700), items: 740, virtualOnly: true, ...WINDOW },
	{ name: 'fixed 250/10 s', rule: fixed(250, 10_000), items: 2500, virtualOnly: true, ...WINDOW },
	{ name: 'fixed 5,000/300 s', rule: fixed(5000, 300_000), items: 40_000, virtualOnly: true, ...WINDOW },
	{
		name: 'fixed 50/1 s, doubled midway',
		rule: change(fixed(50, 1000), 8000, fixed(100, 1000)),
		items: 2000,
		virtualOnly: true,
		...ROOM,
	},
	{
		name: 'fixed 100/1 s, lifted midway',
		rule: change(fixed(100, 1000), 8000, { kind: 'none' }),
		items: 4000,
		virtualOnly: true,
		...ROOM,
	},
	{ name: 'sliding 50/1 s', rule: sliding(50, 1000), items: 2000, ...SMOOTH },
	{ name: 'sliding 1,000/60 s', rule: sliding(1000, 60_000), items: 8000, virtualOnly: true, ...SMOOTH },
	{ name: 'bucket 40/s, burst 80', rule: bucket(40, 80), items: 2000, ...SMOOTH },
	{ name: 'bucket 100/s, burst 10', rule: bucket(100, 10), items: 2000, ...SMOOTH },
	{
		name: 'bucket 10/s, burst 1',
		rule: bucket(10, 1),
		items: 200,
		virtualOnly: true,
		...ROOM,
		wasteMedian: 0.2,
	},
	{ name: 'fixed 30/2 s', rule: fixed(30, 2000), items: 600, ...SHORT, wasteMedian: 0.08 },
	{ name: 'fixed 5/1 s', rule: fixed(5, 1000), items: 100, virtualOnly: true, ...SHORT, wasteMedian: 0.25 },
	{ name: 'fixed 1/1 s', rule: fixed(1, 1000), items: 50, virtualOnly: true, ...SHORT, wasteMedian: 0.6 },
	{ name: '300 items at 20/1 s', rule: fixed(20, 1000), items: 300, virtualOnly: true, ...SHORT },
	{ name: '300 items at 50/10 s', rule: fixed(50, 10_000), items: 300, virtualOnly: true, ...SHORT },
	{ name: '300 items at 10/1 s', rule: fixed(10, 1000), items: 300, virtualOnly: true, ...SHORT },
	{ name: 'two workers share 100/1 s', rule: fixed(100, 1000), items: 1000, runs: 2, ...SHARED },
	{ name: 'four workers share 100/1 s', rule: fixed(100, 1000), items: 1000, runs: 4, ...SHARED },
	{
		name: 'two workers share 30/2 s',
		rule: fixed(30, 2000),
		items: 300,
		runs: 2,
		virtualOnly: true,
		...SHARED,
		median: 0.75,
	},
	{
		name: 'no limit at 50 ms',
		rule: { kind: 'none' },
		items: 2000,
		latencyMs: [50, 50],
		atLeast: 0.95,
		median: 0.95,
		wasteMedian: 0,
	},
	{
		name: 'concurrency 4 at 50 ms',
		rule: { kind: 'concurrent', limit: 4 },
		items: 1600,
		latencyMs: [50, 50],
		...FINISHES,
	},
	{
		name: '100/1 s, then shut for 3 s of quiet',
		rule: { kind: 'lockout', limit: 100, windowMs: 1000, lockMs: 3000 },
		items: 1000,
		virtualOnly: true,
		...FINISHES,
	},
	{
		name: '100/60 s, then shut for 60 s of quiet',
		rule: { kind: 'lockout', limit: 100, windowMs: 60_000, lockMs: 60_000 },
		items: 1000,
		virtualOnly: true,
		...FINISHES,
	},
	{
		name: 'kept: 100/1 s',
		rule: fixed(100, 1000),
		items: 1000,
		again: SECOND_LIST,
		virtualOnly: true,
		...KEPT,
	},
	{
		name: 'kept: 100/1 s, halved in the pause',
		rule: change(fixed(100, 1000), 150_000, fixed(50, 1000)),
		items: 1000,
		again: { ...SECOND_LIST, items: 500 },
		virtualOnly: true,
		...KEPT,
	},
	{
		name: 'kept: 100/1 s, doubled in the pause',
		rule: change(fixed(100, 1000), 150_000, fixed(200, 1000)),
		items: 1000,
		again: { ...SECOND_LIST, items: 2000 },
		virtualOnly: true,
		...KEPT,
	},
];
