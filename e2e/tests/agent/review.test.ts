import { deleteProfileTool, saveAgentWorkflow, toolName } from '../../stage/agent';
import { finished, startExecution, whenStatus } from '../../stage/execution';
import { follow, reviewLink } from '../../stage/mailbox';
import { openScene } from '../scene';
import { openStandIns } from '../standIns';

describe("an AI agent with n8n's human review before the tool", () => {
	const scene = openScene();
	const standIns = openStandIns();
	let executionId: string;

	beforeEach(async () => {
		await scene.simulator.reset();
		const call = { toolParameters: { key: '9463183901' }, hitlParameters: {} };
		standIns.model.script({ tool: toolName, input: call }, { words: 'The agent has its answer.' });
		const tool = deleteProfileTool(scene.credentials);
		executionId = await startExecution(
			scene.api,
			await saveAgentWorkflow(scene.api, standIns.model, tool, standIns.mailbox),
		);
		await whenStatus(scene.api, executionId, (status) => status === 'waiting');
	});

	/** Follows the link in the reviewer's mail. Returns what the agent then told its model. */
	const answer = async (approved: boolean): Promise<string> => {
		await follow(reviewLink(await standIns.mailbox.newest(), approved));
		const execution = await finished(scene.api, executionId);
		expect(execution.itemsOf('Agent')[0]?.json.output).toBe('The agent has its answer.');
		return JSON.stringify(standIns.model.requests.at(-1)?.messages.at(-1));
	};

	it('asks the reviewer and sends nothing meanwhile', async () => {
		expect(await standIns.mailbox.newest()).toContain('Delete 9463183901?');
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
