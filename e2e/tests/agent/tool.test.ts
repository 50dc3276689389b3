import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { deleteProfileTool, saveAgentWorkflow, toolName } from '../../stage/agent';
import { execute } from '../../stage/execution';
import type { WorkflowNode } from '../../stage/workflow';
import { openScene } from '../scene';
import { openStandIns } from '../standIns';

describe('the tool of an AI agent', () => {
	const scene = openScene();
	const standIns = openStandIns();
	beforeEach(async () => await scene.simulator.reset());

	/** Lets the model call the tool with this key. Returns what it was told then. */
	const call = async (key: string, settings: Partial<WorkflowNode> = {}): Promise<string> => {
		const { model } = standIns;
		model.script({ tool: toolName, input: { key } }, { words: 'Thank you.' });
		const tool = deleteProfileTool(scene.credentials, settings);
		await execute(scene.api, await saveAgentWorkflow(scene.api, model, tool));
		return String(model.requests.at(-1)?.messages.at(-1)?.content);
	};

	it('tells the model what it does and what to fill in', async () => {
		await call('9463183901');
		expect(standIns.model.requests[0]?.tools?.[0]?.function).toMatchObject({
			name: toolName,
			description: expect.stringContaining('Delete profile'),
			parameters: {
				properties: { key: { type: 'string', description: expect.stringContaining('primary key') } },
			},
		});
	});

	it('deletes and tells the model so', async () => {
		expect(JSON.parse(await call('9463183901'))).toEqual([
			expect.objectContaining({ deleted: true, status: 'deleted', key: '9463183901' }),
		]);
	});

	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'refuses a call without a key in words the model can use (On Error: %s)',
		async (onError) => {
			const told = await call('', onError === 'stopWorkflow' ? {} : { onError });
			expect(told).toContain("'Key'");
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		},
	);

	it('tells the model that a contact is not there', async () => {
		expect(await call('nobody')).toContain(textIfNotDeleted({ code: '1020' }).message);
	});
});
