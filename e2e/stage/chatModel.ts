import { json } from 'node:stream/consumers';
import { serveOnLoopback } from '../../simulator/loopback';

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

export type ChatModel = Awaited<ReturnType<typeof startChatModel>>;

/**
 * A chat model behind an API like OpenAI's on loopback. It says what the test tells it to, and beyond that what `play`
 * makes of a request.
 */
export async function startChatModel(
	play: (request: ModelRequest) => ModelReply = () => ({ words: 'The script has ended.' }),
) {
	const requests: ModelRequest[] = [];
	let script: ModelReply[] = [];
	const { url, stop } = await serveOnLoopback(0, (request, response) => {
		const answer = (body: unknown) => {
			const asked = body as ModelRequest;
			requests.push(asked);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(script.shift() ?? play(asked), requests.length)));
		};
		json(request).then(answer, () => response.destroy());
	});
	return {
		/** The fields of a credential that leads there. */
		fields: { apiKey: 'none', url: `${url}/v1` },
		requests,
		/** Sets what it answers from now on, in this order. */
		script: (...replies: ModelReply[]) => (script = replies),
		stop,
	};
}

/** A chat completion as OpenAI's API writes it. */
function completion(reply: ModelReply, number: number) {
	const call = 'tool' in reply && { name: reply.tool, arguments: JSON.stringify(reply.input) };
	return {
		id: `completion-${number}`,
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [
			{
				index: 0,
				message: {
					role: 'assistant',
					content: 'words' in reply ? reply.words : null,
					...(call && { tool_calls: [{ id: `call_${number}`, type: 'function', function: call }] }),
				},
				finish_reason: call ? 'tool_calls' : 'stop',
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
