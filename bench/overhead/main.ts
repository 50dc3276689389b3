/**
 * What the node costs over a bare loop of n8n's request helper: same process, same concurrency, in turns.
 * Usage: npm run bench:overhead [-- --rounds 5 --most 100000]
 */
import { parseArgs } from 'node:util';

import type { Simulator } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
import { median, print } from '../print';
import { measure, profileName, type Measured } from './measure';

const CONCURRENCY = 10;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { rounds: { type: 'string', default: '5' }, most: { type: 'string', default: '100000' } },
	});
	const [rounds, most] = [Number(values.rounds), Number(values.most)];
	const simulator = await spawnSimulator({ profiles: [{ profileName, keys: [] }] });
	console.log(`concurrency ${CONCURRENCY}; medians of ${rounds} rounds, ratios pair by pair`);
	for (const latency of [0, 50]) {
		for (const items of [1_000, 10_000, 100_000]) {
			const tooMany = items > most || (latency > 0 && items > most / 10);
			if (!tooMany) await compare(simulator, latency, items, items === 100_000 ? 1 : rounds);
		}
	}
	// The simulator ends with this process.
	process.exit();
}

async function compare(simulator: Simulator, latency: number, items: number, rounds: number) {
	await simulator.reset();
	const node: Measured[] = [];
	const bare: Measured[] = [];
	for (let round = 0; round <= rounds; round++) {
		const order = round % 2 === 0 ? (['node', 'bare loop'] as const) : (['bare loop', 'node'] as const);
		for (const which of order) {
			const measured = await measure(simulator, which, items, latency, CONCURRENCY);
			// The first round warms up.
			if (round > 0 || rounds === 1) (which === 'node' ? node : bare).push(measured);
		}
	}
	const ratios = node.map(({ throughput }, i) => throughput / bare[i]!.throughput);
	const of = (runs: Measured[], figure: keyof Measured) => median(runs.map((run) => run[figure])).toFixed(0);
	print(`${latency} ms, ${items.toLocaleString('en-US')} items`, {
		'node/s': of(node, 'throughput'),
		'bare/s': of(bare, 'throughput'),
		'node/bare': median(ratios),
		from: Math.min(...ratios),
		to: Math.max(...ratios),
		'bytes an item: node': of(node, 'bytesPerItem'),
		bare: of(bare, 'bytesPerItem'),
	});
}

void main();
