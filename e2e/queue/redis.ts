import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../install/command';
import { debianProgram } from '../install/debianProgram';
import { startService, type Service } from '../stage/service';

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
