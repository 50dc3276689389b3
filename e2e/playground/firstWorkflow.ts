import type { N8nApi } from '../stage/n8nApi';
import { deleteProfile, type Credentials } from '../stage/webexCampaign';
import { noOperation, saveWorkflow, start, type SavedWorkflow, type WorkflowNode } from '../stage/workflow';

/** Ten contacts that are there, one that is not, and one whose key a spreadsheet has shortened. */
const keys = [...Array.from({ length: 10 }, (_, index) => `${9463183901 + index}`), '9463180000', '9.46318E+09'];

const noteOn = (simulatorUrl: string): WorkflowNode => ({
	name: 'About this workflow',
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position: [-80, -320],
	parameters: {
		width: 560,
		height: 184,
		content:
			`## Start here\nPress **Execute workflow** and watch the records vanish on [the page of the simulator](${simulatorUrl}).\n\n` +
			'Ten of these contacts are there, one is not, and one key was shortened by a spreadsheet: double-click ' +
			'**Delete Profile** to see what became of each.\n\n' +
			'_Back to the start_ on that page brings all records back.',
	},
});

const name = 'Start here: delete ten contacts of twelve';

/** The workflow that a newcomer runs first. */
export async function saveFirstWorkflow(
	api: N8nApi,
	credentials: Credentials,
	simulatorUrl: string,
): Promise<SavedWorkflow> {
	const there = await api.get<SavedWorkflow[]>('/workflows');
	const kept = there.find((workflow) => workflow.name === name);
	if (kept) return kept;
	const node = deleteProfile(credentials, {}, { onError: 'continueErrorOutput', position: [224, 0] });
	const audit = { exparam1: '={{ $json.ticket }}', exparam2: '=workflow {{ $workflow.id }}' };
	return await saveWorkflow(api, {
		name,
		nodes: [
			{ ...start, position: [0, 0] },
			{ ...node, parameters: { ...node.parameters, auditParameters: audit } },
			noOperation('Confirm', -96),
			noOperation('Look into it', 96),
			noteOn(simulatorUrl),
		],
		links: [
			{ from: start.name, to: node.name },
			{ from: node.name, to: 'Confirm', output: 0 },
			{ from: node.name, to: 'Look into it', output: 1 },
		],
		pinnedItems: { [start.name]: keys.map((key, index) => ({ key, ticket: `DSR-${4711 + index}` })) },
	});
}
