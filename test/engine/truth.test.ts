import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { lastSleep } from '../n8nEngine/lastSleep';
import { faultMix } from '../truth/faultMix';
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
	afterAll(async () => {
		await simulator.stop();
		await lastSleep();
	});

	const endsEarly = scenarios.find(({ name }) => name.startsWith('a key that loses its grant'))!;
	// Nothing that waits for a time-out, so that a slow machine sees no outage and all faults come up.
	const faults = faultMix.filter(({ fault }) => fault !== 'hang' && fault !== 'drip');
	const options = { maxRetries: 0, requestTimeout: 60 };
	const withoutRetries = { name: 'no retries', share: 0.1, faults, options };
	const withRetry = { ...withoutRetries, options: { ...options, maxRetries: 1 } };
	const scenarioFor = (rule: (typeof wrongRules)[number]) =>
		rule.function === 'outcomeAtEnd' ? endsEarly : rule.function === 'nextStep' ? withRetry : withoutRetries;

	it.each(wrongRules)('$name', async (rule) => {
		const takeOut = putIn(rule);
		try {
			expect((await judge(simulator, scenarioFor(rule), 12_800, SEED)).mismatches).not.toEqual([]);
		} finally {
			takeOut();
		}
	});
});
