import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** An HTTPS proxy on loopback that leads from one host to a port of this machine, and from all others nowhere. */
export async function openTunnel(host: string, port: number) {
	const clients = new Set<Socket>();
	const proxy = createServer((_request, reply) => reply.writeHead(403).end());
	proxy.on('connect', ({ url }, client: Socket) => {
		clients.add(client);
		client.on('error', () => client.destroy()).on('close', () => clients.delete(client));
		if (url !== `${host}:443`) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		const service = connect(port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			client.pipe(service).pipe(client);
		});
		return service.on('error', () => client.destroy());
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	return {
		/** What goes into `HTTPS_PROXY`. */
		url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
		stop: async () => {
			for (const client of clients) client.destroy();
			const closed = once(proxy, 'close');
			proxy.close();
			await closed;
		},
	};
}
