import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A loopback port that nothing listens on at the moment: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', (fault) => {
			if ('code' in fault && fault.code === 'EADDRINUSE') freePort().then(resolve, reject);
			else reject(fault);
		});
		// Not one that the system gives to connections: it would be taken again before a program listens on it.
		server.listen(preferred || randomInt(10_000, 32_000), '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
