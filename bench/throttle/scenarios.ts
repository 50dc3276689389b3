import type { ThrottleRule } from '../../simulator/throttles';

/** What a row promises, over many seeds. */
export interface Promised {
	/** Efficiency of 99 of 100 seeds. */
	atLeast: number;
	/** Efficiency of half of them. */
	median: number;
	/** Refused requests ÷ items, at most, of 99 of 100 seeds. */
	waste: number;
	/** The seconds that 99 of 100 seeds take at most: told where the ideal says little, since others take their share. */
	within?: number;
}

/** One row of the throttle benchmark. */
export interface Scenario extends Promised {
	name: string;
	rule: ThrottleRule;
	/** Of each run. */
	items: number;
	/** Runs that share the throttle without knowing of each other; 1 unless told. */
	runs?: number;
	/** All runs begin anew so many times, each time so many ms after the last has ended; once unless told. */
	rounds?: { count: number; pauseMs: number };
	/** A second list through the same throttle, so many ms after the end of the first: only this one is measured. */
	again?: { after: number; items: number };
	/** 10, the node's default, unless told. */
	concurrency?: number;
	/** Round trip in ms, from and to; unless told 1 to 60, on sockets 5 to 50. */
	latencyMs?: [number, number];
	/** Others use the throttle as well: so many requests a second, at random moments, and they never back off. */
	others?: number;
	/** This share of the requests is refused at random, whatever the pace. */
	noise?: number;
	/** So many hosts, each with the rule, behind a balancer that picks one at random; 1 unless told. */
	hosts?: number;
	/** The 30th request is refused with a Retry-After of so many seconds, which the ideal waits too. */
	namedWait?: number;
	/** The node's `maxThrottleWait` in seconds; its default, 300, unless told. */
	maxThrottleWait?: number;
	/** Short enough to be played in real time, too. */
	onSockets?: boolean;
}

/** All that are measured. */
export const itemsOf = ({ items, runs = 1, rounds, again }: Scenario): number =>
	again?.items ?? items * runs * (rounds?.count ?? 1);

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

const WINDOW = { atLeast: 0.85, median: 0.95, waste: 0.12 };
/** A limit that grew must be noticed first. */
const ROOM = { atLeast: 0.7, median: 0.85, waste: 0.12 };
const SHORT = { atLeast: 0.85, median: 0.95, waste: 0.15 };
const SHARED = { atLeast: 0.6, median: 0.85, waste: 0.2 };
/** All that counts is that no item fails. */
export const FINISHES = { atLeast: 0, median: 0, waste: Infinity };
/** All that counts is that no item fails, in so many seconds. */
const within = (seconds: number) => ({ ...FINISHES, within: seconds });
/** A second list of ten windows that loses at most one. */
const KEPT = { atLeast: 0.9, median: 0.9, waste: 0.1 };

const aSecond = (limit: number) => fixed(limit, 1000);
/** A second list, five minutes after the first one. */
const again = (rule: ThrottleRule, items: number) => ({ rule, items: 1000, again: { after: 300_000, items } });

/** What the throttle aims at. */
export const scenarios: Scenario[] = [
	{ name: 'fixed 100/1 s', rule: aSecond(100), items: 2000, onSockets: true, ...WINDOW },
	{
		name: 'fixed 200/5 s, Retry-After',
		rule: { kind: 'fixed', limit: 200, windowMs: 5000, retryAfter: 'seconds' },
		items: 2000,
		onSockets: true,
		...WINDOW,
	},
	{ name: 'fixed 1,000/60 s', rule: fixed(1000, 60_000), items: 8000, ...WINDOW },
	{
		name: 'fixed 100/1 s, halved midway',
		rule: change(aSecond(100), 8000, aSecond(50)),
		items: 1200,
		onSockets: true,
		...WINDOW,
	},
	{ name: 'fixed 37/1.7 s', rule: fixed(37, 1700), items: 740, ...WINDOW },
	{ name: 'fixed 70/3 s', rule: fixed(70, 3000), items: 1400, ...WINDOW },
	{ name: 'fixed 250/10 s', rule: fixed(250, 10_000), items: 2500, ...WINDOW },
	{ name: 'fixed 5,000/300 s', rule: fixed(5000, 300_000), items: 40_000, ...WINDOW },
	{ name: '10,000/h', rule: fixed(10_000, 3_600_000), items: 30_000, maxThrottleWait: 7200, ...WINDOW },
	{ name: 'no limit, then 100/1 s', rule: change({ kind: 'none' }, 3000, aSecond(100)), items: 2500, ...WINDOW },
	{ name: '100/1 s, 50 at once', rule: aSecond(100), items: 2000, concurrency: 50, ...WINDOW },
	{ name: 'fixed 50/1 s, replies of 20-300 ms', rule: aSecond(50), items: 2000, latencyMs: [20, 300], ...WINDOW },
	{ name: 'fixed 50/1 s, doubled midway', rule: change(aSecond(50), 8000, aSecond(100)), items: 2000, ...ROOM },
	{
		name: 'fixed 100/1 s, lifted midway',
		rule: change(aSecond(100), 8000, { kind: 'none' }),
		items: 4000,
		...ROOM,
	},
	{ name: 'sliding 50/1 s', rule: sliding(50, 1000), items: 500, onSockets: true, ...WINDOW },
	{ name: 'sliding 50/1 s, a long list', rule: sliding(50, 1000), items: 2000, ...WINDOW },
	{ name: 'sliding 100/5 s', rule: sliding(100, 5000), items: 1000, ...WINDOW },
	{ name: 'sliding 1,000/60 s', rule: sliding(1000, 60_000), items: 8000, ...WINDOW },
	{
		name: 'sliding 50/1 s, replies of 20-300 ms',
		rule: sliding(50, 1000),
		items: 2000,
		latencyMs: [20, 300],
		...WINDOW,
	},
	{ name: 'bucket 40/s, burst 80', rule: bucket(40, 80), items: 600, onSockets: true, ...WINDOW },
	{ name: 'bucket 100/s, burst 10', rule: bucket(100, 10), items: 2000, onSockets: true, ...WINDOW },
	{ name: 'bucket 10/s, burst 1', rule: bucket(10, 1), items: 200, ...ROOM },
	{ name: 'fixed 30/2 s', rule: fixed(30, 2000), items: 300, onSockets: true, ...SHORT },
	{ name: 'fixed 20/1 s', rule: aSecond(20), items: 300, ...SHORT },
	{ name: 'fixed 50/10 s', rule: fixed(50, 10_000), items: 300, ...SHORT },
	{ name: 'fixed 10/1 s', rule: aSecond(10), items: 300, ...SHORT },
	{ name: 'fixed 5/1 s', rule: aSecond(5), items: 100, ...SHORT, atLeast: 0.8, waste: 0.3 },
	{ name: 'fixed 1/1 s', rule: aSecond(1), items: 50, ...SHORT, atLeast: 0.8, waste: 0.6 },
	{ name: 'two workers share 100/1 s', rule: aSecond(100), items: 1000, runs: 2, onSockets: true, ...SHARED },
	{ name: 'four workers share 100/1 s', rule: aSecond(100), items: 1000, runs: 4, onSockets: true, ...SHARED },
	{ name: 'two workers share 30/2 s', rule: fixed(30, 2000), items: 300, runs: 2, ...SHARED },
	{ name: 'two workers share sliding 100/1 s', rule: sliding(100, 1000), items: 1000, runs: 2, ...SHARED },
	{ name: 'three workers share 1,000/60 s', rule: fixed(1000, 60_000), items: 4000, runs: 3, ...SHARED },
	{
		name: 'no limit at 50 ms',
		rule: { kind: 'none' },
		items: 2000,
		latencyMs: [50, 50],
		onSockets: true,
		atLeast: 0.85,
		median: 0.9,
		waste: 0,
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
		...FINISHES,
	},
	{
		name: '100/60 s, then shut for 60 s of quiet',
		rule: { kind: 'lockout', limit: 100, windowMs: 60_000, lockMs: 60_000 },
		items: 1000,
		...FINISHES,
	},
	{ name: '20/1 s, others send 25/s', rule: aSecond(20), items: 200, others: 25, ...within(50) },
	{ name: '20/1 s, others send 60/s', rule: aSecond(20), items: 200, others: 60, ...within(150) },
	{ name: '100/1 s, others send 300/s', rule: aSecond(100), items: 200, others: 300, ...within(60) },
	{ name: 'one request in ten refused', rule: { kind: 'none' }, items: 500, noise: 0.1, ...within(35) },
	{ name: 'three requests in ten refused', rule: { kind: 'none' }, items: 500, noise: 0.3, ...within(150) },
	{ name: 'four hosts of 25/1 s', rule: aSecond(25), items: 3000, hosts: 4, ...within(40) },
	{
		name: '100/1 s, a wait of 300 s is named',
		rule: aSecond(100),
		items: 3000,
		namedWait: 300,
		maxThrottleWait: 600,
		...FINISHES,
		atLeast: 0.9,
	},
	{ name: 'kept: 100/1 s', ...again(aSecond(100), 1000), ...KEPT },
	{
		name: 'kept: 100/1 s, halved in the pause',
		...again(change(aSecond(100), 150_000, aSecond(50)), 500),
		...KEPT,
	},
	{
		name: 'kept: 100/1 s, doubled in the pause',
		...again(change(aSecond(100), 150_000, aSecond(200)), 2000),
		...KEPT,
		atLeast: 0.7,
	},
];
