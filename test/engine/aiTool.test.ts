import type { IDataObject, INode } from 'n8n-workflow';
import type { ToolCall, ToolReply } from '../n8nEngine/agent';
import { connect, deleteNode, makeNode } from '../n8nEngine/nodes';
import { TOOL_TYPE } from '../n8nEngine/nodeTypes';
import { runWorkflow } from '../n8nEngine/runWorkflow';
import { Campaign, KEYS, NOBODY, parametersFor } from './campaign';
import { CONTINUE } from './onError';

const [a, b] = KEYS;
const campaign = new Campaign();

const FROM_AI = "={{ $fromAI('Key', 'The primary key', 'string') }}";

/** An agent with two tools that delete; its model makes the calls given. */
async function agentCalls(toolsRunBy: string, calls: ToolCall[], settings?: Partial<INode>): Promise<ToolReply[]> {
	const tool = (name: string) =>
		deleteNode(name, { ...parametersFor(), key: FROM_AI }, { type: TOOL_TYPE, ...settings });
	const toAgent = { ai_tool: [[{ node: 'Agent', type: 'ai_tool' as const, index: 0 }]] };
	const { run, tasks } = await runWorkflow({
		nodes: [
			makeNode('Source', 'source', { items: [{ question: 'Who is to be forgotten?' }] }),
			makeNode('Agent', 'agent', { calls, toolsRunBy }),
			tool('Delete'),
			tool('Erase'),
		],
		connections: { ...connect({ Source: [['Agent']] }), Delete: toAgent, Erase: toAgent },
		credential: campaign.credential,
		secrets: campaign.secrets,
	});
	// Before 2.x the error of a tool that the engine runs ended the workflow.
	const { error } = run.data.resultData;
	if (error) return [{ error: error.message }];
	const items = tasks.Agent?.at(-1)?.data?.main?.[0] ?? [];
	return items.map(({ json }) => json.reply as IDataObject);
}

const call = (key: string, tool = 'Delete'): ToolCall => ({ tool, arguments: { Key: key } });
const deleted = (key: string) => ({ result: expect.objectContaining({ status: 'deleted', key }) });
const error = expect.objectContaining({ code: '1020', attempts: 1 });
const notFound = { result: expect.objectContaining({ deleted: false, status: 'notDeleted', error }) };
/** n8n 1.118 tells the description alone. */
const refused = { error: expect.stringMatching(/^(?:'Key' is empty|Fill in 'Key')/) };

describe.each(['engine', 'agent'])('As a tool that is run by the %s', (toolsRunBy) => {
	it('each call deletes its own profile', async () => {
		expect(await agentCalls(toolsRunBy, [call(a), call(b)])).toEqual([deleted(a), deleted(b)]);
		expect(await campaign.deletedKeys()).toEqual([a, b]);
	});

	it.each([
		['two calls of one tool', [call(a), call(a)]],
		['calls of two tools', [call(a), call(a, 'Erase')]],
	])('%s never see each other: the second one asks again', async (_, calls) => {
		const replies = await agentCalls(toolsRunBy, calls, { onError: CONTINUE });
		expect(replies).toEqual(expect.arrayContaining([deleted(a), notFound]));
		expect(await campaign.asked()).toEqual({ [a]: 2 });
	});

	it.each(['', ' ', 'undefined'])("an empty call ('%s') is refused, and told what is missing", async (key) => {
		expect(await agentCalls(toolsRunBy, [call(key)])).toEqual([refused]);
		expect(await campaign.requests()).toBe(0);
	});

	it('On Error continueRegularOutput: the agent gets the whole error', async () => {
		const [reply] = await agentCalls(toolsRunBy, [call(NOBODY)], { onError: CONTINUE });
		expect(reply!.result).toMatchObject({ error: { code: '1020', outcome: 'notDeleted', key: NOBODY } });
	});
});
