/**
 * Holds what the node says about each item against what the simulator knows. Ends with 1 if they ever differ.
 * Usage: npm run test:truth [-- --items 20000 --seeds 20]
 */
import { parseArgs } from 'node:util';

import { spawnSimulator } from '../../simulator/spawn';
import { judge, scenarios } from './scenarios';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { items: { type: 'string' }, seeds: { type: 'string' } } });
	const items = Number(values.items ?? 20_000);
	const seeds = Number(values.seeds ?? 20);
	let judged = 0;
	let wrong = 0;
	for (let seed = 1; seed <= seeds; seed++) {
		const simulator = await spawnSimulator({ seed, profiles: [] });
		try {
			for (const scenario of scenarios) {
				const verdict = await judge(simulator, scenario, items, seed);
				judged += verdict.items;
				wrong += verdict.mismatches.length;
				console.log(
					`seed ${seed}  ${scenario.name}: ${verdict.items} items, ${verdict.mismatches.length} mismatches  ${JSON.stringify(verdict.counts)}`,
				);
				for (const mismatch of verdict.mismatches.slice(0, 10)) console.log(`    ${mismatch}`);
			}
		} finally {
			await simulator.stop();
		}
	}
	console.log(`${judged} items held against the ledger, ${wrong} mismatches`);
	process.exit(wrong === 0 && judged > 0 ? 0 : 1);
}

void main();
