import type { ThrottleRule } from '../../simulator/throttles';

/** Work for the node that does not come as one list. */
export interface Burst {
	name: string;
	rule: ThrottleRule;
	/** Executions of the node: so many items each, and when they begin, in ms. */
	executions: Array<{ items: number; at: number }>;
	/** Each execution begins when the one before has ended, as the rounds of a loop do. */
	inTurns?: boolean;
	options?: Record<string, unknown>;
	latencyMs?: number;
	/** The least share of the fastest that the rule allows. Default: 0.9. */
	atLeast?: number;
	/** The most refusals for each item. Default: 0.2. */
	wasteAtMost?: number;
}

const at = (at: number) => (items: number) => ({ items, at });
const together = (count: number, when = 0) => Array.from({ length: count }, () => at(when)(1));

/** Each with so many executions, or a part of them. */
export const bursts = (share = 1): Burst[] => {
	const of = (count: number) => Math.round(count * share);
	const fixed = (limit: number, windowMs: number) => ({ kind: 'fixed', limit, windowMs }) as const;
	return [
		{
			name: `${of(300)} webhooks at once, 20/1 s`,
			rule: fixed(20, 1000),
			executions: together(of(300)),
		},
		{
			name: `${of(300)} webhooks at once, 50/10 s`,
			rule: fixed(50, 10_000),
			executions: together(of(300)),
		},
		{
			name: `${of(200)} webhooks at once, 20/2 s, Retry-After`,
			rule: { ...fixed(20, 2000), retryAfter: 'seconds' },
			executions: together(of(200)),
		},
		{
			name: `${of(300)} webhooks at once, 10/1 s, Max Throttle Wait ${of(10)} s`,
			rule: fixed(10, 1000),
			executions: together(of(300)),
			options: { maxThrottleWait: of(10) },
		},
		{
			name: `25 webhooks a second for ${of(16)} s, 20/1 s`,
			rule: fixed(20, 1000),
			executions: Array.from({ length: of(400) }, (_, i) => at(i * 40)(1)),
		},
		{
			name: `Loop Over Items, ${of(15)} rounds of 20, 30/2 s`,
			rule: fixed(30, 2000),
			executions: Array.from({ length: of(15) }, () => at(0)(20)),
			inTurns: true,
		},
		{
			name: `a list of ${of(600)} and ${of(100)} webhooks beside it, 50/1 s`,
			rule: fixed(50, 1000),
			executions: [at(0)(of(600)), ...together(of(100), 500)],
			atLeast: 0.85,
		},
		{
			name: `${of(500)} webhooks at once, no throttle, 50 ms`,
			rule: { kind: 'none' },
			executions: together(of(500)),
			latencyMs: 50,
			atLeast: 0,
			wasteAtMost: 0,
		},
	];
};
