import { setTimeout as wait } from 'node:timers/promises';

import { spawnSimulator } from '../../simulator/spawn';
import { runNode } from '../../test/engine/engine/runNode';
import { figures, type Figures } from './figures';
import { idealMs } from './ideal';
import type { Scenario } from './scenarios';

const PROFILE = 'throttled';
const FIRST_KEY = 1_000_000_000;

/**
 * Runs a scenario with the built node in n8n's own engine, against a simulator in a process of its own. Runs that share
 * the throttle share this process too, so more than two of them are also short of processor time.
 */
export async function runOnSockets(scenario: Scenario): Promise<Figures> {
	const { rule, items, runs = 1, concurrency = 10, latencyMs = [5, 50], maxThrottleWait = 300 } = scenario;
	const total = items * runs;
	const simulator = await spawnSimulator({
		profiles: [{ profileName: PROFILE, firstKey: String(FIRST_KEY), count: total }],
	});
	try {
		const [least, most] = latencyMs;
		await simulator.change({ latency: { ms: least, jitterMs: most - least } });
		const node = (run: number) =>
			runNode({
				items: Array.from({ length: items }, (_, i) => ({ key: String(FIRST_KEY + run * items + i) })),
				parameters: {
					key: '={{ $json.key }}',
					profileName: { __rl: true, mode: 'name', value: PROFILE },
					options: { concurrency, maxThrottleWait },
				},
				onError: 'continueErrorOutput',
				credential: { region: 'custom', customEndpoint: simulator.endpoint, apiKey: simulator.apiKey },
			});
		await simulator.change({ throttle: rule });
		const ruleSince = performance.now();
		// The runs begin somewhere in the server's windows, and not together.
		await wait(1000 * Math.random());
		const began = performance.now();
		const results = await Promise.all(
			Array.from({ length: runs }, async (_, run) => {
				if (run > 0) await wait(2000 * Math.random());
				return node(run);
			}),
		);
		const actualMs = performance.now() - began;
		const failed = results.reduce((sum, { failed: items }) => sum + items.length, 0);
		const { refused } = await simulator.totals();
		const ideal = idealMs(rule, ruleSince - began, total - failed, (least + most) / 2, concurrency * runs);
		return figures(scenario, { failed, refused, actualMs, idealMs: ideal });
	} finally {
		await simulator.stop();
	}
}
