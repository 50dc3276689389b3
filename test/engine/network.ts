import { once } from 'node:events';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';

/** What a server does with a connection. */
export type Serve = (socket: Socket) => void;

const servers: Server[] = [];
const sockets = new Set<Socket>();

/** A server on loopback until the end of the test; returns its port. */
export async function listen(serve: Serve): Promise<number> {
	const server = net.createServer((socket) => serve(kept(socket)));
	servers.push(server);
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return (server.address() as AddressInfo).port;
}

export function closeNetwork(): void {
	servers.splice(0).forEach((server) => server.close());
	sockets.forEach((socket) => socket.destroy());
	sockets.clear();
	jest.restoreAllMocks();
}

function kept<S extends Socket>(socket: S): S {
	sockets.add(socket.on('error', () => undefined));
	return socket;
}

/** Passes all bytes on to a port of this machine. */
export const forwardTo =
	(port: number): Serve =>
	(socket) => {
		const onward = kept(net.connect(port, '127.0.0.1'));
		socket.pipe(onward).pipe(socket);
		socket.on('close', () => onward.destroy());
		onward.on('close', () => socket.destroy());
	};

/** Serves the first connections in other ways, each in its own. */
export function atFirst(others: Serve[], then: Serve): Serve {
	const left = [...others];
	return (socket) => (left.shift() ?? then)(socket);
}

/** Both sides know the same secret, so that no certificate is needed. */
const PRE_SHARED = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const;
const secret = Buffer.from('for tests');

/** Ends TLS and passes on what was in it. */
export const withTls =
	(serve: Serve): Serve =>
	(socket) => {
		const options = { ...PRE_SHARED, isServer: true, pskCallback: () => secret };
		const server = tls.createServer(options as tls.TlsOptions, (secure: TLSSocket) => serve(kept(secure)));
		server.emit('connection', socket);
	};

/** Makes n8n's client take part in that. */
export function trustPreSharedSecret(): void {
	const { connect } = tls;
	jest.spyOn(tls, 'connect').mockImplementation(((options: ConnectionOptions) =>
		connect({
			...options,
			...PRE_SHARED,
			// Node.js warns of an IP address.
			servername: 'localhost',
			pskCallback: () => ({ psk: secret, identity: 'n8n' }),
			checkServerIdentity: () => undefined,
		})) as never);
}

/** A proxy that lets everybody through, to this port, whatever address they ask for. */
export const proxyTo =
	(port: number): Serve =>
	(socket) =>
		socket.once('data', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			forwardTo(port)(socket);
		});

/** After the client's first bytes. */
export const onceItSpoke =
	(serve: Serve): Serve =>
	(socket) =>
		socket.once('data', () => serve(socket));

export const close: Serve = (socket) => socket.destroy();
export const reset: Serve = (socket) => socket.resetAndDestroy();
export const say =
	(words: string): Serve =>
	(socket) =>
		socket.end(words);

/** After the client's first bytes over TLS: something on the way answers without TLS. */
export const plainlyOnceItSpokeTls: Serve = (socket) =>
	withTls(onceItSpoke(() => socket.write('HTTP/1.1 502 Bad Gateway\r\n\r\n')))(socket);
