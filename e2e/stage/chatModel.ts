import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model is to answer next: plain words, or a call of a tool. */
export type ModelReply = { words: string } | { tool: string; input: object };

export interface ChatMessage {
	role: string;
	content: unknown;
}

/** What an agent sent to its model. */
export interface ModelRequest {
	messages: ChatMessage[];
	tools?: Array<{ function: { name: string; description: string; parameters: { properties: object } } }>;
}

export interface ChatModel {
	/** The base address of an OpenAI-compatible API on loopback. */
	url: string;
	requests: ModelRequest[];
	/** Sets what it answers from now on, in this order. */
	script: (...replies: ModelReply[]) => void;
	stop: () => Promise<void>;
}

/** A chat model that says what the test tells it to, and beyond that what `play` makes of a request. */
export async function startChatModel(
	play: (request: ModelRequest) => ModelReply = () => ({ words: 'The script has ended.' }),
): Promise<ChatModel> {
	const requests: ModelRequest[] = [];
	let script: ModelReply[] = [];

	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const asked = JSON.parse(Buffer.concat(chunks).toString()) as ModelRequest;
			requests.push(asked);
			const reply = script.shift() ?? play(asked);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(reply, requests.length)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		script: (...replies) => (script = replies),
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A chat completion as OpenAI's API writes it. */
function completion(reply: ModelReply, number: number) {
	const message =
		'words' in reply
			? { role: 'assistant', content: reply.words }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: `call_${number}`,
							type: 'function',
							function: { name: reply.tool, arguments: JSON.stringify(reply.input) },
						},
					],
				};
	return {
		id: `completion-${number}`,
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: 'words' in reply ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
