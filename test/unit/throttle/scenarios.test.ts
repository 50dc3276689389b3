import { holds } from '../../../bench/throttle/figures';
import { promised } from '../../../bench/throttle/scenarios';
import { simulate } from '../../../bench/throttle/simulate';
import type { ThrottleGate } from '../../../nodes/WebexCampaign/throttle/gate';

/** Chance can spoil a run: of a hundred seeds a few miss a row, `npm run bench:throttle -- --virtual --seeds 100` shows them. */
const SEEDS = [2, 3, 5];

describe.each(promised)(
	'$name: nothing fails, $atLeast of the fastest possible, waste up to $wasteAtMost',
	(scenario) => {
		it.each(SEEDS)('seed %i', async (seed) => {
			const figures = await simulate(scenario, seed);
			// All figures, so that a miss tells by how much.
			expect({ ...figures, holds: holds(scenario, figures) }).toEqual({ ...figures, holds: true });
		});
	},
);

describe('a run that begins unluckily recovers', () => {
	it.each([
		['fixed 100/1 s', 196, 'its first probe met the very edge of a window'],
		['sliding 50/1 s', 35, 'the window freed its places one by one'],
		['bucket 40/s, burst 80', 12, 'tokens saved up while it waited looked like a larger quota'],
		['bucket 40/s, burst 80', 43, 'what a moment let through looked like the next window'],
		['four runs share 100/1 s', 7, 'the others had used up the windows that it looked into'],
		['four runs share 100/1 s', 59, 'it looked for the first opening when the others had just used it up'],
	])('%s, seed %i: %s', async (name, seed) => {
		const scenario = promised.find((one) => one.name === name)!;
		const figures = await simulate(scenario, seed);
		expect({ ...figures, holds: holds(scenario, figures) }).toEqual({ ...figures, holds: true });
	});
});

describe('a throttle that opens only to who keeps quiet is waited out with the default patience', () => {
	it.each([3000, 10_000, 60_000])('shut anew for %i ms by each request', async (lockMs) => {
		const rule = { kind: 'lockout', limit: 100, windowMs: 1000, lockMs } as const;
		const scenario = { name: 'lockout', rule, items: 300, atLeast: 0, wasteAtMost: 1 };
		expect((await simulate(scenario, 1)).failed).toBe(0);
	});
});

describe('the simulation can tell a bad gate', () => {
	const open: ThrottleGate = {
		nextStart: (now) => now,
		start: (now) => ({ startedAt: now, isProbe: false, alone: false, cycle: 0 }),
		finish() {},
	};
	const throttled = promised.filter(({ rule, virtualOnly }) => rule.kind !== 'none' && !virtualOnly);

	it.each(throttled)('no gate at all, $name', async (scenario) => {
		const figures = await simulate(scenario, 1, () => open);
		expect(holds(scenario, figures)).toBe(false);
	});
});
