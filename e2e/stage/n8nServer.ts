import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledRelease } from '../install/n8nRelease';
import { environmentOf } from '../install/nodeRuntime';
import { freePort } from './freePort';
import { startService, type Service } from './service';

export interface N8nServer extends Service {
	url: string;
	userFolder: string;
	logFile: string;
}

/** An n8n that keeps to itself: loopback only, plain http, and nothing asked of or told to the outside. */
export const quiet = {
	// As in n8n's own image; a test runner would hand down 'test'.
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
	mkdirSync(userFolder, { recursive: true });
	const port = Number(environment.N8N_PORT ?? (await freePort()));
	const url = `http://127.0.0.1:${port}`;
	const logFile = join(userFolder, 'n8n.log');
	const service = await startService({
		name: `n8n ${release.n8n}`,
		words: [release.node.program, release.program, 'start'],
		environment: {
			...environmentOf(release.node),
			...quiet,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(port),
			N8N_EDITOR_BASE_URL: url,
			WEBHOOK_URL: url,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...environment,
		},
		logFile,
		isReady: async () => await answersSettings(url),
		readyWithinSeconds: 240,
	});
	return { ...service, url, userFolder, logFile };
}

/** The health routes answer before the REST routes do. */
async function answersSettings(url: string): Promise<boolean> {
	const reply = await fetch(`${url}/rest/settings`);
	return reply.ok && (reply.headers.get('content-type') ?? '').includes('json');
}
