import { readFileSync } from 'node:fs';
import type { Simulator } from '../../simulator/control';
import { keysFrom } from '../../simulator/profiles';
import { spawnSimulator } from '../../simulator/spawn';
import { installN8n } from '../install/n8nRelease';
import { packNode } from '../install/packedNode';
import { currentRelease } from '../releases';
import { stopAllServices, type Service } from '../stage/service';
import { openLongList } from './longList';
import { openQueueMode } from './queueMode';

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Names the environment variable that holds the packed node's path; without it the node is packed anew. */
export const tarballVariable = 'WEBEX_QUEUE_TARBALL';

/** n8n in queue mode, a Webex Campaign with a reply time of 50 ms, and the pair of workflows between them. */
export async function openStage(workers: number, environment?: NodeJS.ProcessEnv) {
	const tarball = process.env[tarballVariable] ?? (await packNode());
	const queueMode = await openQueueMode(await installN8n(currentRelease), tarball, environment);
	while (queueMode.workers.length < workers) await queueMode.addWorker();
	const simulator = await spawnSimulator();
	const longList = await openLongList(queueMode.api, simulator, { batchSize: 500, batchesAtOnce: 2 });
	return {
		queueMode,
		simulator,
		longList,
		/** A new list of so many records that exist; nothing has happened yet. Returns their keys. */
		begin: async (count: number, change?: Parameters<Simulator['change']>[0]): Promise<string[]> => {
			const keys = keysFrom('9463180000', count);
			await simulator.reset();
			await simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
			await simulator.change({ latency: { ms: 50 }, ...change });
			await longList.begin(keys);
			return keys;
		},
		stop: async () => {
			await simulator.stop();
			await queueMode.stop();
		},
	};
}

/** Opens a stage for the tests of a file; what it returns can be used inside tests. */
export function openStageForTests(workers: number, environment?: NodeJS.ProcessEnv): Stage {
	const stage = {} as Stage;
	beforeAll(async () => {
		Object.assign(stage, await openStage(workers, environment));
	});
	afterAll(async () => {
		await stage.stop?.();
		await stopAllServices();
	});
	return stage;
}

/** The ids of the executions that a process took from the queue, by its own log. */
export const executionsTakenBy = ({ logFile }: Service): string[] =>
	[...readFileSync(logFile, 'utf8').matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id!);
