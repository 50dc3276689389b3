import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A loopback port that nothing listens on at the moment: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', (fault) => {
			if (preferred === 0) reject(fault);
			else freePort().then(resolve, reject);
		});
		server.listen(preferred, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
