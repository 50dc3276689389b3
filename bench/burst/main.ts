/**
 * Many small runs at once, as triggers make them: in n8n's engine, all in one process, against the simulator.
 * Usage: npm run bench -- burst [--only "Loop" --share 0.5]
 */
import { parseArgs } from 'node:util';

import { spawnSimulator } from '../../simulator/spawn';
import { miss, perCent, print } from '../print';
import { play } from './play';
import { bursts } from './rows';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { only: { type: 'string', default: '' }, share: { type: 'string', default: '1' } },
	});
	for (const burst of bursts(Number(values.share)).filter(({ name }) => name.includes(values.only))) {
		// One of its own for each, and so another lane.
		const simulator = await spawnSimulator({ profiles: [] });
		const { failed, efficiency, waste, mostAtOnce: atOnce, slowestShare: slowest } = await play(simulator, burst);
		await simulator.stop();
		print(burst.name, { failed, efficiency, waste: perCent(waste), 'at once': atOnce, slowest });
		const { atLeast = 0.9, wasteAtMost = 0.2 } = burst;
		if (failed > 0 || atOnce > 10 || (slowest ?? 0) > 1.5) miss('0 failed, at most 10 at once, slowest 1.5');
		if (efficiency < atLeast || waste > wasteAtMost) miss(`efficiency ${atLeast}, waste ${perCent(wasteAtMost)}`);
	}
	process.exit();
}

void main();
