import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { judge, scenarios } from '../truth/scenarios';
import { putIn, wrongRules } from '../truth/wrongRules';

const ITEMS = 800;

describe('Truth: what the node says about each item, held against the ledger', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ seed: 7, profiles: [] });
	});
	afterAll(() => simulator.stop());

	it.each(scenarios)('holds in the scenario "$name"', async (scenario) => {
		const verdict = await judge(simulator, scenario, ITEMS, 7);
		expect(verdict.mismatches).toEqual([]);
		expect(verdict.items).toBeGreaterThan(200);
	});

	const endsEarly = scenarios.find(({ name }) => name.startsWith('a key that loses its grant'))!;
	const withoutRetries = scenarios.find(({ name }) => name === 'no retries')!;

	it.each(wrongRules)('the check reports mismatches if $name', async (rule) => {
		const takeOut = putIn(rule);
		try {
			const scenario = rule.function === 'outcomeAtEnd' ? endsEarly : withoutRetries;
			const withRetries =
				rule.function === 'nextStep' ? { ...scenario, options: { maxRetries: 1 } } : scenario;
			expect((await judge(simulator, withRetries, ITEMS * 8, 7)).mismatches).not.toEqual([]);
		} finally {
			takeOut();
		}
	});
});
