import { parseArgs } from 'node:util';
import { miss, perCent, print } from '../../bench/print';
import { FINISHES } from '../../bench/throttle/scenarios';
import { simulate } from '../../bench/throttle/simulate';
import { runWithServices } from '../stage/service';
import { measure, peakMemoryMb, printSound } from './measure';
import { openStage, type Stage } from './stage';

const usage = `npm run bench -- queue [memory] [throughput] [throttle] [list] [simulation]
Measures the pair of example workflows with n8n in queue mode on this machine. Unless some are named: the first three.
list        one list of 50,000 keys, several minutes
simulation  a million keys in virtual time, without n8n: two minutes`;

const perSecond100 = { kind: 'fixed', limit: 100, windowMs: 1000 } as const;

/** What is promised of a throttle that several runs share without knowing of each other. */
const leastUsed = 0.7;
const mostWaste = 0.2;

/** On 1, 2 and 4 workers. */
const onWorkers: Record<string, (stage: Stage, workers: number) => Promise<void>> = {
	/** Two batches at once for each worker: one alone spends half of its time waiting. */
	async throughput(stage, workers) {
		const batches = { batchSize: 500, batchesAtOnce: 2 * workers };
		const measured = await measure(stage, 4000, batches);
		const { itemsPerSecond, wholeSeconds } = measured;
		printSound('throughput', { workers, ...batches, itemsPerSecond, wholeSeconds }, measured);
	},
	/** One batch for each worker, as large as the list allows. */
	async throttle(stage, workers) {
		const batches = { batchSize: 4000 / workers, batchesAtOnce: workers };
		const measured = await measure(stage, 4000, batches, perSecond100);
		const used = measured.deletesPerSecond / perSecond100.limit;
		const { wholeSeconds } = measured;
		printSound('throttle', { workers, ...batches, wholeSeconds, used, waste: perCent(measured.waste) }, measured);
		if (used < leastUsed || measured.waste > mostWaste) miss(`used ${leastUsed}, waste ${perCent(mostWaste)}`);
	},
};

/** On a worker that was started for it and runs the parent and one batch. */
async function memory(stage: Stage): Promise<void> {
	for (const batchSize of [500, 2000, 10_000]) {
		const idleMb = await freshWorker(stage);
		const measured = await measure(stage, batchSize, { batchSize, batchesAtOnce: 1 }, { kind: 'none' }, 5);
		printSound('memory', { batchSize, idleMb, peakMb: measured.workerPeakMb }, measured);
	}
}

/** Of one worker, which runs the parent and two batches of 2,000 at once. */
async function list(stage: Stage): Promise<void> {
	const idleMb = await freshWorker(stage);
	const keys = 50_000;
	const measured = await measure(stage, keys, { batchSize: 2000, batchesAtOnce: 2 }, { kind: 'none' }, 5);
	const { seconds, wholeSeconds, workerPeakMb } = measured;
	printSound('list', { keys, idleMb, peakMb: workerPeakMb, seconds, wholeSeconds }, measured);
}

/** Starts the first worker anew. Returns the most memory it has had so far. */
async function freshWorker({ queueMode }: Stage): Promise<number> {
	await queueMode.workers[0]!.stop();
	await queueMode.restartEnded();
	return peakMemoryMb(queueMode.workers[0]!.pid);
}

/** A list in virtual time. The batches of a round are on workers of their own, whose lanes know nothing of each other. */
async function simulation(): Promise<void> {
	const keys = 1_000_000;
	for (const batchSize of [1000, 5000]) {
		for (const batchesAtOnce of [1, 2, 4, 8]) {
			// Between two rounds: answers, loop, calls and the notes of what is begun, as seen with real workers.
			const rounds = { count: keys / (batchSize * batchesAtOnce), pauseMs: 500 };
			const name = `${batchesAtOnce} × ${batchSize}`;
			const batches = { items: batchSize, runs: batchesAtOnce, rounds, maxThrottleWait: 3600 };
			const { actualMs, waste } = await simulate({ ...FINISHES, name, rule: perSecond100, ...batches }, 1);
			const used = (1000 * keys) / actualMs / perSecond100.limit;
			print('simulation', { batchSize, batchesAtOnce, used, waste: perCent(waste), hours: actualMs / 3_600_000 });
		}
	}
}

/** What is measured unless something else is named. */
export const usual = ['memory', ...Object.keys(onWorkers)];

export async function benchmark(wanted: string[]): Promise<void> {
	if (wanted.includes('simulation')) await simulation();
	if (wanted.join() === 'simulation') return;

	const stage = await openStage(1);
	if (wanted.includes('memory')) await memory(stage);
	if (wanted.includes('list')) await list(stage);
	const named = Object.keys(onWorkers).filter((name) => wanted.includes(name));
	for (const workers of named.length > 0 ? [1, 2, 4] : []) {
		while (stage.queueMode.workers.length < workers) await stage.queueMode.addWorker();
		for (const name of named) await onWorkers[name]!(stage, workers);
	}
	await stage.stop();
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
	if (values.help) return console.log(usage);
	await benchmark(positionals.length > 0 ? positionals : usual);
}

if (process.argv[1] === __filename) runWithServices(main);
