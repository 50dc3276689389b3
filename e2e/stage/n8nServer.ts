import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { environmentOf } from '../install/nodeRuntime';
import { freePort } from './freePort';
import { startService, type Service } from './service';

export interface N8nServer extends Service {
	url: string;
	userFolder: string;
}

/** An n8n that keeps to itself: loopback only, plain http, and nothing asked of or told to the outside. */
const quiet = {
	// As in n8n's own image; a test runner would hand down 'test', in which n8n behaves otherwise.
	NODE_ENV: 'production',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_RUNNERS_ENABLED: 'true',
	N8N_LOG_LEVEL: 'info',
};

/** Starts n8n with the data of `userFolder` (an SQLite file is made there) and waits until it takes requests. */
export async function startN8n(
	release: InstalledRelease,
	userFolder: string,
	environment: NodeJS.ProcessEnv = {},
): Promise<N8nServer> {
	const port = environment.N8N_PORT ?? String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	const addresses = { N8N_PORT: port, N8N_EDITOR_BASE_URL: url, WEBHOOK_URL: url };
	const service = await startProcess(`n8n ${release.n8n}`, ['start'], release, userFolder, {
		environment: { ...addresses, ...environment },
		// The health routes answer before the REST routes do.
		isReady: async () => {
			const reply = await fetch(`${url}/rest/settings`);
			return reply.ok && (reply.headers.get('content-type') ?? '').includes('json');
		},
	});
	return { ...service, url, userFolder };
}

/** Starts a worker and waits until it takes executions from the queue. @param environment what main and workers share */
export async function startWorker(
	release: InstalledRelease,
	userFolder: string,
	environment: NodeJS.ProcessEnv,
	name: string,
): Promise<Service> {
	const port = String(await freePort());
	const health = {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: port,
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
	return await startProcess(name, ['worker'], release, userFolder, {
		environment: { ...environment, ...health },
		isReady: async () => (await fetch(`http://127.0.0.1:${port}/healthz/readiness`)).ok,
	});
}

async function startProcess(
	name: string,
	words: string[],
	{ node, program }: InstalledRelease,
	userFolder: string,
	{ environment, isReady }: { environment: NodeJS.ProcessEnv; isReady: () => Promise<boolean> },
): Promise<Service> {
	mkdirSync(userFolder, { recursive: true });
	return await startService({
		name,
		words: [node.program, program, ...words],
		environment: {
			...environmentOf(node),
			...quiet,
			N8N_USER_FOLDER: userFolder,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...environment,
		},
		logFile: join(userFolder, 'n8n.log'),
		isReady,
		readyWithinSeconds: 240,
	});
}
