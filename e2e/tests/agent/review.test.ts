import { deleteProfileTool, saveAgentWorkflow, toolName } from '../../stage/agent';
import { startChatModel, type ChatModel } from '../../stage/chatModel';
import { finished, startExecution, whenStatus } from '../../stage/execution';
import { startMailbox, type Mailbox } from '../../stage/mailbox';
import { openScene } from '../scene';

/** n8n takes a request without a browser's name for a robot that looks at the links in mails. */
const asBrowser = { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' } };

describe("an AI agent with n8n's human review before the tool", () => {
	const scene = openScene();
	let model: ChatModel;
	let mailbox: Mailbox;
	let executionId: string;

	beforeAll(async () => {
		model = await startChatModel();
		mailbox = await startMailbox();
	});
	afterAll(async () => {
		await model.stop();
		await mailbox.stop();
	});

	beforeEach(async () => {
		await scene.simulator.reset();
		const call = { toolParameters: { key: '9463183901' }, hitlParameters: {} };
		model.script({ tool: toolName, input: call }, { words: 'The agent has its answer.' });
		const tool = deleteProfileTool(scene.credentials);
		executionId = await startExecution(scene.api, await saveAgentWorkflow(scene.api, model, tool, mailbox));
		await whenStatus(scene.api, executionId, (status) => status === 'waiting');
	});

	/** Follows the link in the reviewer's mail. Returns what the agent then told its model. */
	const answer = async (approved: boolean): Promise<string> => {
		const link = new RegExp(`href="([^"]*approved=${approved}[^"]*)"`).exec(await mailbox.newest())?.[1] ?? '';
		await fetch(link, asBrowser);
		const execution = await finished(scene.api, executionId);
		expect(execution.itemsOf('Agent')[0]?.json.output).toBe('The agent has its answer.');
		return JSON.stringify(model.requests.at(-1)?.messages.at(-1));
	};

	it('asks the reviewer and sends nothing meanwhile', async () => {
		expect(await mailbox.newest()).toContain('Delete 9463183901?');
		expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
	});

	it('deletes once it is approved, and tells the model', async () => {
		expect(await answer(true)).toContain('\\"status\\":\\"deleted\\"');
		expect(await scene.simulator.totals()).toMatchObject({ requests: 1, executed: 1 });
	});

	it('deletes nothing when it is declined', async () => {
		expect(await answer(false)).toMatch(/declin|reject|disapprov/i);
		expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
	});
});
