import { startChatModel, type ChatModel } from '../stage/chatModel';
import { startMailbox, type Mailbox } from '../stage/mailbox';

/** A chat model and a mailbox for the tests of a file. Call it at its top; what it returns can be used inside tests. */
export function openStandIns(): { model: ChatModel; mailbox: Mailbox } {
	const standIns = {} as { model: ChatModel; mailbox: Mailbox };
	beforeAll(async () => {
		standIns.model = await startChatModel();
		standIns.mailbox = await startMailbox();
	});
	afterAll(async () => {
		await standIns.model.stop();
		await standIns.mailbox.stop();
	});
	return standIns;
}
