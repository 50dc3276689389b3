import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { installCommunityNode } from '../stage/n8nWithNode';
import { freePort } from '../stage/freePort';
import { setUpOwner } from '../stage/n8nApi';
import { startN8n, startWorker } from '../stage/n8nServer';
import type { Service } from '../stage/service';
import { databaseUser, startPostgres, startRedis } from './databases';

/**
 * n8n in queue mode with the packed node: Redis, PostgreSQL, a main process and as many workers as are added.
 *
 * @param environment beyond what queue mode needs, of main and workers
 */
export async function openQueueMode(release: InstalledRelease, tarball: string, environment: NodeJS.ProcessEnv = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'webex-queue-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	// The database's user must reach its data.
	chmodSync(folder, 0o755);
	const userFolder = join(folder, 'main');
	await installCommunityNode(userFolder, tarball);
	const redisPort = await freePort();
	const startOwnRedis = async () => await startRedis(join(folder, 'redis'), redisPort);
	let redis = await startOwnRedis();
	const postgres = await startPostgres(join(folder, 'postgres'));
	const port = await freePort();
	const shared: NodeJS.ProcessEnv = {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
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
		return await startWorker(release, workerFolder, shared, name);
	};

	let main = await startMain();
	const workers: Service[] = [];
	return {
		get main() {
			return main;
		},
		get redis() {
			return redis;
		},
		workers,
		api: await setUpOwner(main.url),
		addWorker: async () => {
			workers.push(await startNamed(`worker ${workers.length + 1}`));
		},
		/** Starts Redis anew after it was stopped, with the same port and data. */
		restartRedis: async () => {
			redis = await startOwnRedis();
		},
		/** Does a supervisor's work: starts the n8n processes anew that have ended. Returns their names. */
		restartEnded: async (): Promise<string[]> => {
			const ended = [main, ...workers].filter(({ isRunning }) => !isRunning());
			if (!main.isRunning()) main = await startMain();
			for (const [index, { name, isRunning }] of workers.entries()) {
				if (!isRunning()) workers[index] = await startNamed(name);
			}
			return ended.map(({ name }) => name);
		},
		/** Stops everything. */
		stop: async () => {
			await Promise.all(workers.map(async ({ stop }) => await stop()));
			await main.stop();
			await redis.stop();
			await postgres.kill();
		},
	};
}
