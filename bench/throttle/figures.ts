import { itemsOf, type Promised, type Scenario } from './scenarios';

/** What one run of a scenario came to. */
export interface Figures {
	/** Items that were not deleted. */
	failed: number;
	/** Requests that the throttle refused. */
	refused: number;
	actualMs: number;
	/** The shortest time that the rule allows, see `ideal.ts`. */
	idealMs: number;
	/** ideal / actual */
	efficiency: number;
	/** refused / items */
	waste: number;
}

export function figures(
	scenario: Scenario,
	{ failed, refused, actualMs, idealMs }: Omit<Figures, 'efficiency' | 'waste'>,
): Figures {
	return { failed, refused, actualMs, idealMs, efficiency: idealMs / actualMs, waste: refused / itemsOf(scenario) };
}

/** What many runs of a scenario, with a seed each, came to. */
export interface Distribution extends Promised {
	/** The most of any seed. */
	failed: number;
	within: number;
}

export function distribution(runs: Figures[]): Distribution {
	const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
	const efficiency = sorted(runs.map((run) => run.efficiency));
	// One seed of a hundred is not held to it.
	const nearlyMost = (values: number[]) => sorted(values)[Math.ceil(0.99 * runs.length) - 1]!;
	return {
		failed: Math.max(...runs.map(({ failed }) => failed)),
		atLeast: efficiency[Math.floor(runs.length / 100)]!,
		median: efficiency[runs.length >> 1]!,
		waste: nearlyMost(runs.map(({ waste }) => waste)),
		within: nearlyMost(runs.map(({ actualMs }) => actualMs / 1000)),
	};
}

/** Whether the figures of many seeds are what the scenario promises. */
export function holds(promise: Promised, { failed, atLeast, median, waste, within }: Distribution): boolean {
	const isInTime = atLeast >= promise.atLeast && median >= promise.median && within <= (promise.within ?? Infinity);
	return failed === 0 && isInTime && waste <= promise.waste;
}
