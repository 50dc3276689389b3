import { parseArgs } from 'node:util';
import { stopAllServices, stopServicesOnSignals } from '../stage/service';
import { measure, peakMemoryMb, type Measurement } from './measure';
import { openStage, type Stage } from './stage';

const usage = `npm run bench:queue -- [--items 4000] [throughput] [throttle] [memory]
Measures the pair of example workflows with n8n in queue mode on this machine; all three unless some are named.`;

const throttle = { kind: 'fixed', limit: 100, windowMs: 1000 } as const;
const workerCounts = [1, 2, 4];
const batchSizes = [500, 2000, 10_000];

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { items: { type: 'string', default: '4000' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) return console.log(usage);
	const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
	const items = Number(values.items);

	const stage = await openStage(1);
	if (wanted('memory')) await memory(stage);
	for (const workers of workerCounts) {
		while (stage.queueMode.workers.length < workers) await stage.queueMode.addWorker();
		if (wanted('throughput')) await throughput(stage, workers, items);
		if (wanted('throttle')) await sharedThrottle(stage, workers, items);
	}
	await stage.stop();
}

/** The most memory of a worker that was started for this and runs the parent and one batch. */
async function memory(stage: Stage): Promise<void> {
	for (const batchSize of batchSizes) {
		const [worker] = stage.queueMode.workers;
		await worker!.stop();
		await stage.queueMode.restartEnded();
		const idle = peakMemoryMb(stage.queueMode.workers[0]!.pid);
		const measured = await measure(stage, batchSize, { batchSize, batchesAtOnce: 1 }, { kind: 'none' }, 5);
		print('memory', { batchSize, idleMb: idle, peakMb: measured.workerPeakMb }, measured);
	}
}

/** Two batches at once for each worker: one alone spends half of its time waiting. */
async function throughput(stage: Stage, workers: number, items: number): Promise<void> {
	const batchesAtOnce = 2 * workers;
	const measured = await measure(stage, items, { batchSize: 500, batchesAtOnce });
	const { itemsPerSecond, wholeSeconds } = measured;
	print('throughput', { workers, batchesAtOnce, items, itemsPerSecond, wholeSeconds }, measured);
}

/** One batch for each worker, as large as the list allows. */
async function sharedThrottle(stage: Stage, workers: number, items: number): Promise<void> {
	const batches = { batchSize: items / workers, batchesAtOnce: workers };
	const measured = await measure(stage, items, batches, throttle);
	const used = measured.itemsPerSecond / throttle.limit;
	print('throttle', { workers, ...batches, used, waste: measured.waste }, measured);
}

function print(name: string, figures: Record<string, number>, { failed, mismatches }: Measurement): void {
	const words = Object.entries({ ...figures, failed, mismatches: mismatches.length }).map(
		([figure, value]) => `${figure} ${Number.isInteger(value) ? value : value.toFixed(value < 10 ? 3 : 0)}`,
	);
	console.log(`${name.padEnd(10)} ${words.join('  ')}`);
	if (failed > 0 || mismatches.length > 0) process.exitCode = 1;
}

stopServicesOnSignals();
main()
	.catch((fault: Error) => {
		console.error(fault);
		process.exitCode = 1;
	})
	.finally(stopAllServices);
