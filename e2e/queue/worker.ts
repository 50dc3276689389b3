import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { environmentOf } from '../install/nodeRuntime';
import { freePort } from '../stage/freePort';
import { quiet } from '../stage/n8nServer';
import { startService, type Service } from '../stage/service';

export interface Worker extends Service {
	logFile: string;
}

/**
 * Starts a worker and waits until it takes executions from the queue.
 *
 * @param environment what main and workers have in common, and this worker's own N8N_USER_FOLDER
 * @param concurrency how many executions it runs at a time
 */
export async function startWorker(
	release: InstalledRelease,
	environment: NodeJS.ProcessEnv,
	name: string,
	concurrency: number,
): Promise<Worker> {
	const port = String(await freePort());
	const logFile = join(environment.N8N_USER_FOLDER as string, 'n8n.log');
	const service = await startService({
		name,
		words: [release.node.program, release.program, 'worker', `--concurrency=${concurrency}`],
		environment: {
			...environmentOf(release.node),
			...quiet,
			...environment,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: port,
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		},
		logFile,
		isReady: async () => (await fetch(`http://127.0.0.1:${port}/healthz/readiness`)).ok,
		readyWithinSeconds: 120,
	});
	return { ...service, logFile };
}
