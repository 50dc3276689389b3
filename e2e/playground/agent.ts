import { toolName } from '../stage/agent';
import { startChatModel, type ChatMessage, type ModelReply, type ModelRequest } from '../stage/chatModel';
import { saveCredentialOf, type Credentials } from '../stage/credential';
import { reviewLink, startMailbox } from '../stage/mailbox';
import type { N8nApi } from '../stage/n8nApi';

/** What the agent of the example needs: a model that plays its part, and a mail server whose mails are told here. */
export async function saveAgentCredentials(api: N8nApi, tell: (words: string) => void): Promise<Credentials> {
	const model = await startChatModel(playPart);
	const mailbox = await startMailbox();
	const tellMails = async (): Promise<never> => {
		for (;;) tell(reviewIn(await mailbox.newest()));
	};
	void tellMails();
	return {
		...(await saveCredentialOf(api, 'openAiApi', model.fields, 'Scripted chat model')),
		...(await saveCredentialOf(api, 'smtp', mailbox.fields, 'Mailbox of the playground')),
	};
}

/** Asks for the delete that the customer's message wants, and then says what came of it. */
export function playPart({ messages }: ModelRequest): ModelReply {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { words: `The tool said: ${textOf(last)}` };
	const message = messages.map(textOf).join('\n');
	const [key] = /\d{6,}/.exec(message) ?? [];
	if (!key) return { words: 'There is no customer number in the message.' };
	const [ticket = ''] = /\bDSR-\d+/.exec(message) ?? [];
	return { tool: toolName, input: { toolParameters: { key, ticket }, hitlParameters: {} } };
}

const textOf = ({ content }: ChatMessage) => (typeof content === 'string' ? content : JSON.stringify(content));

/** A review's mail, as far as it is shown. */
const reviewIn = (mail: string) =>
	`A mail asks for your review. Open one of these in your browser:
  approve  ${reviewLink(mail, true)}
  decline  ${reviewLink(mail, false)}`;
