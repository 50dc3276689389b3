import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { openEditor } from '../../browser/browser';
import { deleteProfileTool, saveAgentWorkflow, toolName } from '../../stage/agent';
import { startChatModel } from '../../stage/chatModel';
import { execute } from '../../stage/execution';
import { deleteProfile } from '../../stage/webexCampaign';
import { afterStart, saveWorkflow, type SavedWorkflow } from '../../stage/workflow';
import { openScene } from '../scene';

const name = 'Delete Profile';
const key = '9463183901';

describe("the option 'Dry Run' in n8n's editor", () => {
	const scene = openScene();
	const editor = openEditor(scene);

	beforeEach(async () => await scene.simulator.reset());

	const workflowWith = async (options: object) =>
		await saveWorkflow(scene.api, afterStart([{ key }], deleteProfile(scene.credentials, options)));

	/** What n8n has saved of the node. Opened in the editor, it has all of its fields. */
	const saved = async ({ id }: SavedWorkflow) => {
		const { nodes } = await scene.api.get<SavedWorkflow>(`/workflows/${id}`);
		const { options, auditParameters } = nodes.find((node) => node.name === name)?.parameters ?? {};
		return { options, auditParameters };
	};

	/** Opens the node in the editor, changes it, and waits until n8n has saved it with these options. */
	async function change(workflow: SavedWorkflow, make: () => Promise<void>, options: object): Promise<void> {
		await editor.openNode(name);
		await make();
		await editor.closeNode();
		await editor.page.keyboard.press('Control+s');
		const expected = { options, auditParameters: {} };
		for (let tries = 0; tries < 300; tries++) {
			if (isDeepStrictEqual(await saved(workflow), expected)) break;
			await sleep(100);
		}
		expect(await saved(workflow)).toEqual(expected);
	}

	/** Executes the open workflow's node by its button. Returns what became of the contact. */
	async function executed(): Promise<string> {
		await editor.openNode(name);
		await editor.part('node-execute-button').click();
		const cells = editor.part('output-panel').locator('tbody tr').first().locator('td');
		const status = await cells.getByText(/^(?:deleted|dryRun)$/).innerText();
		await editor.closeNode();
		return status.trim();
	}

	const requests = async () => (await scene.simulator.totals()).requests;
	const toggle = () => editor.part('parameter-input-dryRun').locator('.el-switch');

	it('added, saved and loaded anew, it sends nothing; switched off, saved and loaded anew, it deletes', async () => {
		const workflow = await workflowWith({});
		await editor.openWorkflow(workflow.id);
		await change(workflow, async () => await editor.addField('Add Option', 'Dry Run'), { dryRun: true });
		await editor.openWorkflow(workflow.id);
		expect([await executed(), await requests()]).toEqual(['dryRun', 0]);

		await change(workflow, async () => await toggle().click(), { dryRun: false });
		await editor.openWorkflow(workflow.id);
		expect([await executed(), await requests()]).toEqual(['deleted', 1]);
	});

	it('a workflow saved before there was the option runs as before, saved anew by the editor too', async () => {
		const workflow = await workflowWith({});
		expect((await execute(scene.api, workflow)).itemsOf(name)[0]?.json.status).toBe('deleted');
		await scene.simulator.reset();

		await editor.openWorkflow(workflow.id);
		await change(workflow, async () => {}, {});
		expect(await executed()).toBe('deleted');
	});

	it("added to an agent's tool and saved, it lets the agent delete nothing", async () => {
		const model = await startChatModel();
		const tool = deleteProfileTool(scene.credentials);
		const workflow = await saveAgentWorkflow(scene.api, model, tool);
		await editor.openWorkflow(workflow.id);
		await change(workflow, async () => await editor.addField('Add Option', 'Dry Run'), { dryRun: true });

		model.script({ tool: toolName, input: { key } }, { words: 'Thank you.' });
		await execute(scene.api, workflow);
		await model.stop();
		expect(JSON.parse(String(model.requests.at(-1)?.messages.at(-1)?.content))).toMatchObject([
			{ status: 'dryRun', deleted: false },
		]);
		expect(await requests()).toBe(0);
	});
});
