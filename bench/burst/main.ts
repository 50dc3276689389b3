/**
 * Many small runs at once, as triggers make them: in n8n's engine, all in one process, against the simulator.
 * Usage: npm run bench:burst [-- --only "Loop" --share 0.5]
 */
import { parseArgs } from 'node:util';

import { spawnSimulator } from '../../simulator/spawn';
import { play } from './play';
import { bursts } from './rows';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { only: { type: 'string', default: '' }, share: { type: 'string', default: '1' } },
	});
	let missed = 0;
	console.log(
		`${'work'.padEnd(58)}${['failed', 'efficiency', 'waste %', 'at once', 'slowest'].map((name) => name.padStart(12)).join('')}`,
	);
	for (const burst of bursts(Number(values.share)).filter(({ name }) => name.includes(values.only))) {
		// One of its own for each, and so another lane.
		const simulator = await spawnSimulator({ profiles: [] });
		try {
			const played = await play(simulator, burst);
			const { failed, efficiency, waste, mostAtOnce, slowestShare } = played;
			const cells = [
				String(failed),
				efficiency.toFixed(2),
				(100 * waste).toFixed(1),
				String(mostAtOnce),
				slowestShare?.toFixed(2) ?? '',
			];
			const holds =
				failed === 0 &&
				efficiency >= burst.atLeast &&
				waste <= burst.wasteAtMost &&
				mostAtOnce <= 10 &&
				(slowestShare ?? 0) <= 1.5;
			if (!holds) missed++;
			console.log(
				`${burst.name.padEnd(58)}${cells.map((cell) => cell.padStart(12)).join('')}${holds ? '' : '  missed'}`,
			);
		} finally {
			await simulator.stop();
		}
	}
	process.exit(missed === 0 ? 0 : 1);
}

void main();
