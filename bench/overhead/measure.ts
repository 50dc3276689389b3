import { runNode, type NodeRun } from '../../test/n8nEngine/runNode';
import type { Simulator } from '../../simulator/control';
import { bareLoop } from './bareLoop';

export const profileName = 'overhead';

export interface Measured {
	/** Items a second, by n8n's own clock for the node. */
	throughput: number;
	/** Bytes of heap that one item adds while the run is over and its output still held. */
	bytesPerItem: number;
}

/** Deletes so many fresh profiles through one of the two nodes. */
export async function measure(
	simulator: Simulator,
	which: 'node' | 'bare loop',
	items: number,
	latencyMs: number,
	concurrency: number,
): Promise<Measured> {
	await simulator.reset();
	await simulator.addRecords([{ profileName, firstKey: '1000000000', count: items }]);
	await simulator.change({ latency: { ms: latencyMs, jitterMs: 0 } });
	const request: NodeRun = {
		items: Array.from({ length: items }, (_, i) => ({ key: String(1_000_000_000 + i) })),
		parameters: {
			key: '={{ $json.key }}',
			profileName: { __rl: true, mode: 'name', value: profileName },
			options: { concurrency },
		},
		credential: { region: 'custom', customEndpoint: simulator.endpoint, apiKey: simulator.apiKey },
		...(which === 'bare loop'
			? { inItsPlace: (built) => bareLoop(built.description, simulator.endpoint, concurrency) }
			: {}),
	};
	global.gc?.();
	const before = process.memoryUsage().heapUsed;
	const { run, success } = await runNode(request);
	global.gc?.();
	const after = process.memoryUsage().heapUsed;
	const { executed } = await simulator.totals();
	if (success.length !== items || executed !== items) throw new Error(`${which}: ${executed} of ${items} were deleted`);
	const task = run.data.resultData.runData['Webex Campaign']?.[0];
	return {
		throughput: (items / (task?.executionTime ?? NaN)) * 1000,
		bytesPerItem: (after - before) / items,
	};
}
