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
}

export function distribution(runs: Figures[]): Distribution {
	const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
	const efficiency = sorted(runs.map((run) => run.efficiency));
	return {
		failed: Math.max(...runs.map(({ failed }) => failed)),
		// One seed of a hundred is not held to it.
		atLeast: efficiency[Math.floor(runs.length / 100)]!,
		median: efficiency[runs.length >> 1]!,
		waste: sorted(runs.map(({ waste }) => waste))[Math.ceil(0.99 * runs.length) - 1]!,
	};
}

/** Whether the figures of many seeds are what the scenario promises. */
export function holds(promise: Promised, { failed, atLeast, median, waste }: Distribution): boolean {
	return failed === 0 && atLeast >= promise.atLeast && median >= promise.median && waste <= promise.waste;
}
