import type { Scenario } from './scenarios';

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
	const items = scenario.items * (scenario.runs ?? 1);
	return { failed, refused, actualMs, idealMs, efficiency: idealMs / actualMs, waste: refused / items };
}

/** Whether the figures are what the scenario promises. */
export function holds(scenario: Scenario, { failed, efficiency, waste }: Figures): boolean {
	return failed === 0 && efficiency >= scenario.atLeast && waste <= scenario.wasteAtMost;
}
