import { Workflow, type INode, type INodeTypes } from 'n8n-workflow';

import { checkProfileName } from '../../../nodes/WebexCampaign/input/identifiers';
import { WebexCampaign } from '../../../nodes/WebexCampaign/WebexCampaign.node';

const type = new WebexCampaign();
const nodeTypes = { getByNameAndVersion: () => type, getByName: () => type } as unknown as INodeTypes;

/** As n8n's editor decides whether a hint of the node is shown. */
function hintIsShown(profileName: unknown, operation?: string): unknown {
	const parameters = { resource: 'profile', key: 'k', profileName, ...(operation && { operation }) };
	const node = { id: '1', name: 'Delete', type: 't', typeVersion: 1, position: [0, 0], parameters } as INode;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const [hint] = type.description.hints ?? [];
	return workflow.expression.getSimpleParameterValue(node, hint?.displayCondition, 'internal', {});
}

const locator = (value: unknown, mode = 'name') => ({ __rl: true, mode, value });

describe('the panel warns before a run exactly if no profile name will be sent', () => {
	it.each<[string, unknown, boolean]>([
		['never touched', undefined, true],
		['as in a new node', locator(''), true],
		['the list, nothing chosen', locator('', 'list'), true],
		["'Expression', left empty", locator('='), true],
		['a name', locator('sampleprofile'), false],
		['a name from the list', locator('sampleprofile', 'list'), false],
		['a name that begins with =', locator('== x'), false],
		['an expression', locator('={{ $json.profile }}'), false],
		['an expression that names nothing that is there', locator('={{ $("Nowhere").item.json.x }}'), false],
		['a plain text, empty', '', true],
		['a plain text', 'sampleprofile', false],
	])('%s', (_name, profileName, isBlank) => {
		expect(hintIsShown(profileName)).toBe(isBlank);
		expect(checkProfileName(profileName, locator('resolved'))).toMatchObject({
			value: isBlank ? null : expect.stringMatching(/./),
		});
	});

	it('of a delete only', () => {
		expect(hintIsShown(locator(''), 'delete')).toBe(true);
		expect(hintIsShown(locator(''), 'another')).toBe(false);
	});
});
