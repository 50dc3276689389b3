import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { judge, scenarios, type Verdict } from '../truth/scenarios';
import { putIn, wrongRules } from '../truth/wrongRules';

const SEED = 7;
const start = () => startSimulator({ seed: SEED, profiles: [] });

describe('Truth: what the node says about each item, held against the ledger', () => {
	const verdicts = new Map<string, Verdict>();
	beforeAll(async () => {
		// All at once, each with a simulator of its own: they mostly wait.
		await Promise.all(
			scenarios.map(async (scenario) => {
				const simulator = await start();
				verdicts.set(scenario.name, await judge(simulator, scenario, 800, SEED));
				await simulator.stop();
			}),
		);
	});

	it.each(scenarios)('holds in the scenario "$name"', ({ name }) => {
		expect(verdicts.get(name)?.mismatches).toEqual([]);
		expect(verdicts.get(name)?.items).toBeGreaterThan(200);
	});
});

describe('The check of truth reports mismatches with a wrong rule', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await start();
	});
	afterAll(() => simulator.stop());

	const endsEarly = scenarios.find(({ name }) => name.startsWith('a key that loses its grant'))!;
	const withoutRetries = scenarios.find(({ name }) => name === 'no retries')!;
	const withRetry = { ...withoutRetries, options: { maxRetries: 1 } };
	const scenarioFor = (rule: (typeof wrongRules)[number]) =>
		rule.function === 'outcomeAtEnd' ? endsEarly : rule.function === 'nextStep' ? withRetry : withoutRetries;

	it.each(wrongRules)('$name', async (rule) => {
		const takeOut = putIn(rule);
		try {
			expect((await judge(simulator, scenarioFor(rule), 6400, SEED)).mismatches).not.toEqual([]);
		} finally {
			takeOut();
		}
	});
});
