import { distribution, holds, type Distribution, type Figures } from '../../../bench/throttle/figures';
import { scenarios, type Scenario } from '../../../bench/throttle/scenarios';
import { simulate } from '../../../bench/throttle/simulate';

/** Few rows and seeds, which fail at once when the throttle breaks. The benchmark takes all rows, and a hundred seeds. */
const ROWS = [
	'fixed 100/1 s, halved midway',
	'sliding 50/1 s',
	'sliding 100/5 s',
	'bucket 40/s, burst 80',
	'two workers share 100/1 s',
	'kept: 100/1 s',
];
const rows = scenarios.filter(({ name }) => ROWS.includes(name));

async function over(scenario: Scenario): Promise<Distribution> {
	const all: Figures[] = [];
	for (const seed of [1, 2]) all.push(await simulate(scenario, seed));
	return distribution(all);
}

describe('On a clock as rough as real ones the throttle is used as promised', () => {
	it.each(rows)('$name', async (scenario) => {
		const all = await over(scenario);
		// The aim is for many seeds. All figures, so that a miss tells by how much.
		const aim = { atLeast: 0.7, median: 0.85, waste: 1.5 * scenario.waste };
		expect({ ...all, holds: holds(aim, all) }).toEqual({ ...all, holds: true });
	});

	it.each([3000, 60_000])('a throttle that shuts anew for %i ms with each refusal is waited out', async (lockMs) => {
		const rule = { kind: 'lockout', limit: 100, windowMs: 1000, lockMs } as const;
		expect((await over({ ...rows[0]!, rule, items: 300 })).failed).toBe(0);
	});
});
