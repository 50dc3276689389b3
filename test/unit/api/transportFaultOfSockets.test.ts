import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

import { readTransportFault } from '../../../nodes/WebexCampaign/api/transportFault';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';
import { axios, lost, notExecuted, timedOut, wrappedByN8n } from './transport';

describe('real sockets fail as the table says', () => {
	/** The answer to a request that meets this server, with a time-out only if that is what is awaited. */
	async function meet(serve: (socket: Socket) => void, answer: object, listening = true, scheme = 'http') {
		const timeout = answer === timedOut ? 200 : 60_000;
		const sockets: Socket[] = [];
		const server = createServer((socket) => {
			sockets.push(socket.on('error', () => undefined));
			socket.once('data', () => serve(socket));
		});
		await once(server.listen(0, '127.0.0.1'), 'listening');
		const { port } = server.address() as AddressInfo;
		if (!listening) await new Promise((closed) => server.close(closed));
		const url = `${scheme}://127.0.0.1:${port}/`;
		const thrown: unknown = await axios.request({ method: 'POST', url, timeout, proxy: false }).catch((e) => e);
		sockets.forEach((socket) => socket.destroy());
		server.close();
		return readTransportFault(wrappedByN8n(thrown), maskFor('s3cret'));
	}

	it.each<[string, (socket: Socket) => void, boolean, object]>([
		['nobody listens', () => undefined, false, notExecuted],
		['the connection is closed without a reply', (socket) => socket.destroy(), true, lost],
		['the connection is reset', (socket) => socket.resetAndDestroy(), true, lost],
		['garbage comes back', (socket) => socket.end('garbage\r\n\r\n'), true, lost],
		[
			'the reply is cut',
			(socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"transaction-id":"t-1"}'),
			true,
			lost,
		],
		['nothing comes back', () => undefined, true, timedOut],
	])('%s', async (_name, serve, listening, answer) => {
		expect(await meet(serve, answer, listening)).toMatchObject(answer);
	});

	it.each<[string, (socket: Socket) => void, object]>([
		['closed', (socket) => socket.destroy(), notExecuted],
		['reset', (socket) => socket.resetAndDestroy(), notExecuted],
		['answered without TLS', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), notExecuted],
		['refused by an alert', (socket) => socket.end(Buffer.from([21, 3, 1, 0, 2, 2, 70])), notExecuted],
		['silent: our own deadline could not tell', () => undefined, timedOut],
	])('before TLS is established: %s', async (_name, serve, answer) => {
		expect(await meet(serve, answer, true, 'https')).toMatchObject(answer);
	});
});
