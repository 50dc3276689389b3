import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An http server that only this machine can reach. */
export interface LoopbackServer {
	url: string;
	/** Closes the server and every connection it has, hanging ones included. */
	stop(): Promise<void>;
}

/** @param port 0 for any free port */
export async function serveOnLoopback(port: number, listener: RequestListener): Promise<LoopbackServer> {
	const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, listener);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		// A thousand clients may connect at once: more than the usual backlog of 511.
		server.listen({ port, host: '127.0.0.1', backlog: 4096 }, resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: () => close(server),
	};
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
