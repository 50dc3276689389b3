/**
 * What the node costs over a bare loop of n8n's request helper: same process, same concurrency, in turns.
 * Usage: npm run bench:overhead [-- --rounds 5 --most 100000]
 */
import { parseArgs } from 'node:util';

import { spawnSimulator } from '../../simulator/spawn';
import { measure, profileName, type Measured } from './measure';

const CONCURRENCY = 10;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { rounds: { type: 'string' }, most: { type: 'string' } } });
	const rounds = Number(values.rounds ?? 5);
	const most = Number(values.most ?? 100_000);
	const simulator = await spawnSimulator({ profiles: [{ profileName, keys: [] }] });
	console.log(`concurrency ${CONCURRENCY}; medians of ${rounds} rounds, ratios pair by pair`);
	console.log('latency    items   node/s   bare/s   node/bare (min-max)   bytes an item: node   bare');
	try {
		for (const latency of [0, 50]) {
			for (const items of [1_000, 10_000, 100_000]) {
				const tooMany = items > most || (latency > 0 && items > most / 10);
				if (!tooMany) await compare(simulator, latency, items, items === 100_000 ? 1 : rounds);
			}
		}
	} finally {
		await simulator.stop();
	}
	process.exit(0);
}

async function compare(
	simulator: Awaited<ReturnType<typeof spawnSimulator>>,
	latency: number,
	items: number,
	rounds: number,
) {
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
	const ratios = node.map(({ throughput }, i) => throughput / bare[i]!.throughput).sort((a, b) => a - b);
	console.log(
		[
			`${latency} ms`.padEnd(8),
			items.toLocaleString('en-US').padStart(8),
			median(node.map(({ throughput }) => throughput))
				.toFixed(0)
				.padStart(8),
			median(bare.map(({ throughput }) => throughput))
				.toFixed(0)
				.padStart(8),
			`${median(ratios).toFixed(2)} (${ratios[0]!.toFixed(2)}-${ratios.at(-1)!.toFixed(2)})`.padStart(22),
			median(node.map(({ bytesPerItem }) => bytesPerItem))
				.toFixed(0)
				.padStart(20),
			median(bare.map(({ bytesPerItem }) => bytesPerItem))
				.toFixed(0)
				.padStart(8),
		].join(' '),
	);
}

function median(figures: number[]): number {
	const sorted = [...figures].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

void main();
