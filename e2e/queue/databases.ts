import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { command } from '../install/command';
import { debianProgram } from '../install/debianProgram';
import { freePort } from '../stage/freePort';
import { startService, type Service } from '../stage/service';

export interface Postgres extends Service {
	port: number;
}

export const databaseUser = 'n8n';

/** A new PostgreSQL on loopback whose data is in `folder`; as its settings come, so every commit reaches the disk. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const program = await debianProgram(['postgres'], ['postgresql'], debianFolders);
	const data = join(folder, 'data');
	mkdirSync(data, { recursive: true });
	if (isRoot()) await command(['chown', '-R', 'postgres:', folder], { folder });
	const initdb = join(dirname(program), 'initdb');
	const choices = ['--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '-U', databaseUser];
	await command(asPostgres([initdb, '-D', data, ...choices]), { folder });

	const port = await freePort();
	const listen = ['-h', '127.0.0.1', '-p', String(port), '-k', folder];
	const ready = ['pg_isready', '-h', '127.0.0.1', '-p', String(port)];
	const service = await startService({
		name: 'PostgreSQL',
		words: asPostgres([program, '-D', data, ...listen]),
		logFile: join(folder, 'postgres.log'),
		isReady: async () => (await command(ready, { folder })).includes('accepting'),
		readyWithinSeconds: 60,
	});
	return { ...service, port };
}

/** Debian keeps the server's programs away from the path, in a folder for each version. */
function debianFolders(): string[] {
	const root = '/usr/lib/postgresql';
	if (!existsSync(root)) return [];
	return readdirSync(root).map((version) => join(root, version, 'bin'));
}

const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
function asPostgres(words: string[]): string[] {
	return isRoot() ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', '--', ...words] : words;
}

/** A Redis on loopback whose data is in `folder` and outlives it, as n8n's guide for queue mode advises. */
export async function startRedis(folder: string, port: number): Promise<Service> {
	const program = await debianProgram(['redis-server'], ['redis-server']);
	mkdirSync(folder, { recursive: true });
	const settings = { bind: '127.0.0.1', port, dir: folder, appendonly: 'yes', save: '' };
	const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const ping = ['redis-cli', '-p', String(port), 'ping'];
	return await startService({
		name: 'Redis',
		words: [program, ...words],
		logFile: join(folder, 'redis.log'),
		isReady: async () => (await command(ping, { folder })).startsWith('PONG'),
		readyWithinSeconds: 30,
	});
}
