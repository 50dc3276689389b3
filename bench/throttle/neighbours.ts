import { change, FINISHES, fixed, SHARED, sliding, SMOOTH, WINDOW, type Scenario } from './scenarios';

/** Neighbours and extremes of what is promised, in virtual time only: tuning for those alone would show here. */
export const neighbours: Scenario[] = [
	{ name: 'fixed 70/3 s', rule: fixed(70, 3000), items: 1400, ...WINDOW },
	{ name: 'sliding 100/5 s', rule: sliding(100, 5000), items: 1000, ...WINDOW },
	{
		name: 'sliding 50/1 s, replies of 20-300 ms',
		rule: sliding(50, 1000),
		items: 2000,
		latencyMs: [20, 300],
		...SMOOTH,
	},
	{
		name: 'fixed 50/1 s, replies of 20-300 ms',
		rule: fixed(50, 1000),
		items: 2000,
		latencyMs: [20, 300],
		...WINDOW,
	},
	{ name: 'sliding 5,000/300 s', rule: sliding(5000, 300_000), items: 40_000, ...WINDOW },
	{
		name: '10,000/h, 100,000 items',
		rule: fixed(10_000, 3_600_000),
		items: 100_000,
		maxThrottleWait: 7200,
		...WINDOW,
	},
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
	{
		name: 'no limit, then 100/1 s',
		rule: change({ kind: 'none' }, 3000, fixed(100, 1000)),
		items: 2500,
		...WINDOW,
	},
	{ name: '100/1 s, 50 at once', rule: fixed(100, 1000), items: 2000, concurrency: 50, ...WINDOW },
	{
		name: 'concurrency 8, 50 at once',
		rule: { kind: 'concurrent', limit: 8 },
		items: 2000,
		concurrency: 50,
		...FINISHES,
	},
	{ name: 'concurrency 3', rule: { kind: 'concurrent', limit: 3 }, items: 1500, ...FINISHES },
	{ name: 'concurrency 1', rule: { kind: 'concurrent', limit: 1 }, items: 500, ...FINISHES },
	{ name: 'two runs share sliding 100/1 s', rule: sliding(100, 1000), items: 1000, runs: 2, ...SHARED },
	{ name: 'three runs share 1,000/60 s', rule: fixed(1000, 60_000), items: 4000, runs: 3, ...SHARED },
	{
		name: 'two runs share concurrency 6',
		rule: { kind: 'concurrent', limit: 6 },
		items: 1000,
		runs: 2,
		...FINISHES,
	},
];
