import { holds } from '../../../bench/throttle/figures';
import { promised } from '../../../bench/throttle/scenarios';
import { simulate } from '../../../bench/throttle/simulate';
import type { ThrottleGate } from '../../../nodes/WebexCampaign/throttle/gate';

/** Chance can spoil a run: of a hundred seeds a few miss a row, `npm run bench:throttle -- --virtual --seeds 100` shows them. */
const SEEDS = [2, 3, 5];

describe.each(promised)(
	'$name: nothing fails, $atLeast of the fastest possible, waste up to $wasteAtMost',
	(scenario) => {
		it.each(SEEDS)('seed %i', (seed) => {
			const figures = simulate(scenario, seed);
			// All figures, so that a miss tells by how much.
			expect({ ...figures, holds: holds(scenario, figures) }).toEqual({ ...figures, holds: true });
		});
	},
);

describe('the simulation can tell a bad gate', () => {
	const open: ThrottleGate = {
		nextStart: (now) => now,
		start: (now) => ({ startedAt: now, isProbe: false, alone: false, cycle: 0 }),
		finish() {},
	};
	const throttled = promised.filter(({ rule, virtualOnly }) => rule.kind !== 'none' && !virtualOnly);

	it.each(throttled)('no gate at all, $name', (scenario) => {
		expect(
			holds(
				scenario,
				simulate(scenario, 1, () => open),
			),
		).toBe(false);
	});
});
