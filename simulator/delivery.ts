import type { ServerResponse } from 'node:http';
import type { Answer, Reply } from './reply';

/** Sends an answer over its connection, the way its fault has it. */
export function deliver(answer: Answer, response: ServerResponse): void {
	if (answer.left) response.once('close', answer.left);
	if (answer.latencyMs === 0) {
		send(answer, response);
		return;
	}
	const timer = setTimeout(send, answer.latencyMs, answer, response);
	response.once('close', () => clearTimeout(timer));
}

function send({ reply, fault }: Answer, response: ServerResponse): void {
	switch (fault?.fault) {
		case 'hang':
			return;
		case 'lost':
			response.destroy();
			return;
		case 'cut':
			sendHead(reply, response);
			// Destroyed only once the first half is on its way, or nothing of it would be.
			response.write(reply.body.slice(0, reply.body.length / 2), () => response.destroy());
			return;
		case 'drip':
			sendHead(reply, response);
			drip(Buffer.from(reply.body), fault.dripMs ?? 100, response);
			return;
		default:
			sendHead(reply, response);
			response.end(reply.body);
	}
}

function sendHead(reply: Reply, response: ServerResponse): void {
	response.writeHead(reply.httpStatus, {
		...(reply.contentType && { 'content-type': `${reply.contentType};charset=UTF-8` }),
		'content-length': Buffer.byteLength(reply.body),
		...reply.headers,
	});
}

function drip(body: Buffer, everyMs: number, response: ServerResponse): void {
	let sent = 0;
	const timer = setInterval(() => {
		response.write(body.subarray(sent, ++sent));
		if (sent < body.length) return;
		clearInterval(timer);
		response.end();
	}, everyMs);
	response.once('close', () => clearInterval(timer));
}
