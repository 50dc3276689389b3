import { readFileSync } from 'node:fs';
import { miss, print, type Figures } from '../../bench/print';
import type { ThrottleRule } from '../../simulator/throttles';
import { countOutcomes, reportOf, type BatchSettings } from './longList';
import { mismatches } from './mismatches';
import type { Stage } from './stage';

export type Measurement = Awaited<ReturnType<typeof measure>>;

/** Erases a new list and measures it. */
export async function measure(
	{ longList, simulator, queueMode, begin }: Stage,
	items: number,
	batches: BatchSettings,
	throttle: ThrottleRule = { kind: 'none' },
	latencyMs = 50,
) {
	await longList.set(batches);
	await longList.forget();
	const keys = await begin(items, { throttle, latency: { ms: latencyMs } });
	const began = Date.now();
	const execution = await longList.run(900);
	const wholeSeconds = (Date.now() - began) / 1000;
	const report = reportOf(execution);
	const runs = execution.runsOf('Erase a batch');
	const seconds = runs.reduce((sum, { executionTime }) => sum + executionTime, 0) / 1000;
	const perSecond = await simulator.seconds();
	const deleting = perSecond.at(-1)!.second - perSecond[0]!.second + 1;
	const { deleted = 0, goneAfterRetry = 0 } = countOutcomes(report);
	return {
		/** From the first batch's call to the last one's answer, as the parent's node Erase a batch measured it. */
		seconds,
		/** The whole execution of the parent: reading the list, batches, report. */
		wholeSeconds,
		itemsPerSecond: items / seconds,
		/** The same from the first delete to the last, without the notes before and after. */
		deletesPerSecond: items / deleting,
		/** Refused requests per item. */
		waste: (await simulator.totals()).refused / items,
		failed: items - deleted - goneAfterRetry,
		/** The largest resident memory of a worker since it was started. */
		workerPeakMb: Math.max(...queueMode.workers.map(({ pid }) => peakMemoryMb(pid))),
		mismatches: await mismatches(keys, report, simulator),
	};
}

/** What the system has seen as the most of a process, in MB (Linux). */
export function peakMemoryMb(pid: number): number {
	const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Math.round(Number(kilobytes) / 1024);
}

/** A figure counts only if nothing failed and the report agrees with the ledger; otherwise the process fails. */
export function printSound(name: string, figures: Figures, { failed, mismatches }: Measurement): void {
	print(name, { ...figures, failed, mismatches: mismatches.length });
	if (failed > 0 || mismatches.length > 0) miss('0 failed, 0 mismatches');
}
