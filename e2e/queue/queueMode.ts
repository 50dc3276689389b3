import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { installCommunityNode } from '../stage/communityNode';
import { freePort } from '../stage/freePort';
import { setUpOwner, type N8nApi } from '../stage/n8nApi';
import { startN8n, type N8nServer } from '../stage/n8nServer';
import type { Service } from '../stage/service';
import { databaseUser, startPostgres, type Postgres } from './postgres';
import { startRedis, type Redis } from './redis';
import { startWorker, type Worker } from './worker';

/** n8n in queue mode with the packed node: Redis, PostgreSQL, a main process and as many workers as are added. */
export interface QueueMode {
	api: N8nApi;
	main: N8nServer;
	redis: Redis;
	postgres: Postgres;
	workers: Worker[];
	addWorker: () => Promise<Worker>;
	/** Starts Redis anew after it was stopped, with the same port and data. */
	restartRedis: () => Promise<void>;
	/** Does a supervisor's work: starts the n8n processes anew that have ended. Returns their names. */
	restartEnded: () => Promise<string[]>;
	/** Stops everything and removes its data. */
	stop: () => Promise<void>;
}

export interface QueueModeOptions {
	/** How many executions a worker runs at a time; n8n's own default. */
	concurrency?: number;
	environment?: NodeJS.ProcessEnv;
}

export async function openQueueMode(
	release: InstalledRelease,
	tarball: string,
	{ concurrency = 10, environment = {} }: QueueModeOptions = {},
): Promise<QueueMode> {
	const folder = mkdtempSync(join(tmpdir(), 'webex-queue-'));
	// The database's user must reach its data.
	chmodSync(folder, 0o755);
	const userFolder = join(folder, 'main');
	await installCommunityNode(userFolder, tarball);
	const redisFolder = join(folder, 'redis');
	const redis = await startRedis(redisFolder);
	const postgres = await startPostgres(join(folder, 'postgres'));
	const port = await freePort();
	const shared: NodeJS.ProcessEnv = {
		// jest sets it to test, in which n8n behaves otherwise.
		NODE_ENV: 'production',
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: databaseUser,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_PORT: String(port),
		// Workers need it too: workflows learn n8n's address from it.
		WEBHOOK_URL: `http://127.0.0.1:${port}`,
		...environment,
	};
	const startMain = async () => await startN8n(release, userFolder, shared);
	const startNamed = async (name: string) => {
		// A folder of its own: a worker that starts takes what the event log in there has unfinished for crashed.
		const workerFolder = join(folder, name.replace(' ', '-'));
		cpSync(join(userFolder, '.n8n', 'nodes'), join(workerFolder, '.n8n', 'nodes'), { recursive: true });
		return await startWorker(release, { ...shared, N8N_USER_FOLDER: workerFolder }, name, concurrency);
	};

	const main = await startMain();
	const workers: Worker[] = [];
	const queueMode: QueueMode = {
		api: await setUpOwner(main.url),
		main,
		redis,
		postgres,
		workers,
		addWorker: async () => {
			const worker = await startNamed(`worker ${workers.length + 1}`);
			workers.push(worker);
			return worker;
		},
		restartRedis: async () => {
			queueMode.redis = await startRedis(redisFolder, redis.port);
		},
		restartEnded: async () => {
			const ended = workers.filter(hasEnded).map(({ name }) => name);
			if (hasEnded(queueMode.main)) {
				ended.unshift('main');
				queueMode.main = await startMain();
			}
			for (const [index, worker] of workers.entries()) {
				if (hasEnded(worker)) workers[index] = await startNamed(worker.name);
			}
			return ended;
		},
		stop: async () => {
			await Promise.all(workers.map(async (worker) => await worker.stop()));
			await queueMode.main.stop();
			await queueMode.redis.stop();
			await postgres.kill();
			rmSync(folder, { recursive: true, force: true });
		},
	};
	return queueMode;
}

function hasEnded({ pid }: Service): boolean {
	try {
		return !process.kill(pid, 0);
	} catch {
		return true;
	}
}
