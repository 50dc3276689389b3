import type { ChatModel } from './chatModel';
import { saveCredentialOf, type Credentials } from './credential';
import type { Mailbox } from './mailbox';
import type { N8nApi } from './n8nApi';
import { deleteProfile, nodeType } from './webexCampaign';
import { inARow, saveWorkflow, start, type SavedWorkflow, type WorkflowNode } from './workflow';

/** The tool as the model knows it. */
export const toolName = 'Delete_Profile';

/** Our node as a tool whose key the model fills in. */
export function deleteProfileTool(credentials: Credentials, settings: Partial<WorkflowNode> = {}): WorkflowNode {
	const node = deleteProfile(credentials, {}, settings);
	const key = "={{ $fromAI('key', 'The primary key of the contact profile to delete', 'string') }}";
	return { ...node, type: `${nodeType}Tool`, parameters: { ...node.parameters, key } };
}

/** A workflow in which an agent with this model has this tool, behind a human's review by mail if there is a mailbox. */
export async function saveAgentWorkflow(
	api: N8nApi,
	model: ChatModel,
	tool: WorkflowNode,
	mailbox?: Mailbox,
): Promise<SavedWorkflow> {
	const agent: WorkflowNode = {
		name: 'Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 3,
		parameters: { promptType: 'define', text: '={{ $json.request }}', options: {} },
	};
	const chatModel: WorkflowNode = {
		name: 'Model',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		credentials: await saveCredentialOf(api, 'openAiApi', model.fields),
	};
	const tools = mailbox ? [tool, await reviewByMail(api, mailbox)] : [tool];
	return await saveWorkflow(api, {
		name: 'Agent',
		nodes: [start, agent, chatModel, ...tools],
		links: [
			{ from: 'Start', to: 'Agent' },
			{ from: 'Model', to: 'Agent', kind: 'ai_languageModel' },
			...inARow(...tools.map(({ name }) => name), 'Agent').map((link) => ({ ...link, kind: 'ai_tool' })),
		],
		pinnedItems: { Start: [{ request: 'Erase the contact 9463183901.' }] },
	});
}

async function reviewByMail(api: N8nApi, { fields }: Mailbox): Promise<WorkflowNode> {
	return {
		name: 'Review',
		type: 'n8n-nodes-base.emailSendHitlTool',
		typeVersion: 2.1,
		parameters: {
			fromEmail: 'n8n@example.com',
			toEmail: 'reviewer@example.com',
			subject: 'Review',
			message: '=Delete {{ $tool.parameters.key }}?',
			approvalOptions: { values: { approvalType: 'double' } },
		},
		credentials: await saveCredentialOf(api, 'smtp', fields),
	};
}
