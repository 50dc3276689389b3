import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { SimulatorAddress } from '../../simulator/control';

/** One Delete Profile request on a connection of its own, watched byte by byte. */
export interface WatchedRequest {
	socket: Socket;
	/** What has come back so far, in the pieces in which it came. */
	pieces: string[];
	/** Everything that came back, once the server has closed the connection. */
	closed: Promise<string>;
}

export function watchDelete(simulator: SimulatorAddress, key: string): WatchedRequest {
	const { hostname, port, pathname } = new URL(simulator.endpoint);
	const body = JSON.stringify({ key });
	const socket = connect(Number(port), hostname);
	const pieces: string[] = [];
	socket.setNoDelay().on('data', (piece) => pieces.push(piece.toString()));
	socket.on('error', () => undefined);
	socket.write(
		[
			`POST ${pathname}/resources/v3/delete HTTP/1.1`,
			`Host: ${hostname}:${port}`,
			`Authorization: Bearer ${simulator.apiKey}`,
			'Content-Type: application/json',
			`Content-Length: ${body.length}`,
			'Connection: close',
			'',
			body,
		].join('\r\n'),
	);
	return { socket, pieces, closed: once(socket, 'close').then(() => pieces.join('')) };
}

export function bodyOf(reply: string): string {
	return reply.slice(reply.indexOf('\r\n\r\n') + 4);
}
