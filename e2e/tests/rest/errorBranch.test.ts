import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { lowerFirst } from '../../../nodes/WebexCampaign/text/words';
import { executeNode, type Execution } from '../../stage/execution';
import { deleteProfile } from '../../stage/webexCampaign';
import { openScene } from '../scene';

const items = [
	{ key: '9463183901', ticket: 'T-1' },
	{ key: 'nobody', ticket: 'T-2' },
	{ key: '', ticket: 'T-3' },
	{ key: '9463183902', ticket: 'T-4' },
];

describe('Continue (using error output)', () => {
	const scene = openScene();
	let execution: Execution;

	beforeAll(async () => {
		const node = deleteProfile(scene.credentials, {}, { onError: 'continueErrorOutput' });
		execution = await executeNode(scene.api, node, items);
	});

	it('lets the deleted leave by the success branch, in input order', () => {
		const items = execution.itemsOf('Delete Profile', 0);
		expect(items.map(({ json, pairedItem }) => [json.key, json.status, pairedItem])).toEqual([
			['9463183901', 'deleted', { item: 0 }],
			['9463183902', 'deleted', { item: 3 }],
		]);
	});

	it('lets the others leave by the error branch, with the fields they came with', () => {
		const items = execution.itemsOf('Delete Profile', 1);
		expect(items.map(({ json }) => json)).toEqual([
			{
				key: 'nobody',
				ticket: 'T-2',
				error: expect.objectContaining({ code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 1 }),
			},
			{
				key: '',
				ticket: 'T-3',
				error: expect.objectContaining({ code: 'INVALID_PARAMETER', key: '', attempts: 0 }),
			},
		]);
	});

	it('shows one line above the output that counts both', () => {
		expect(execution.runsOf('Delete Profile')[0]?.hints).toEqual([
			expect.objectContaining({
				message: `2 deleted, 2 not deleted, some because ${lowerFirst(textIfNotDeleted({ code: '1020' }).message)} (see the error branch).`,
			}),
		]);
	});

	it('agrees with the server', async () => {
		const ledger = await scene.simulator.ledger();
		expect(ledger.map(({ key, asked, executed }) => [key, asked, executed])).toEqual([
			['9463183901', 1, 1],
			['nobody', 1, 0],
			['9463183902', 1, 1],
		]);
	});

	it('keeps the API key out of what n8n saved', () => {
		expect(execution.saved).not.toContain(scene.simulator.apiKey);
	});
});
