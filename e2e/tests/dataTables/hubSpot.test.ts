import { openDataTable, type DataTable } from '../../stage/dataTable';
import { importExample, saveExampleCredentials } from '../../stage/example';
import { execute } from '../../stage/execution';
import type { SavedWorkflow } from '../../stage/workflow';
import { openScene } from '../scene';

/** With the trigger's pinned output: HubSpot's event for the contacts 51 and 52. */
describe('hubspot-privacy-deletion.json', () => {
	const scene = openScene();
	let contacts: DataTable;
	let record: DataTable;
	let workflow: SavedWorkflow;

	beforeAll(async () => {
		const credentials = { ...scene.credentials, ...(await saveExampleCredentials(scene.api)) };
		workflow = await importExample(scene.api, 'hubspot-privacy-deletion.json', credentials);
		await execute(scene.api, workflow, 'Make the data tables');
		contacts = await openDataTable(scene.api, 'HubSpot contacts', ['hubspotContact', 'key']);
		record = await openDataTable(scene.api, 'HubSpot erasures', []);
		await contacts.insert([
			{ hubspotContact: '51', key: '9463183901' },
			{ hubspotContact: '510', key: '9463183902' },
		]);
	});
	const run = async () => await execute(scene.api, workflow, 'Erased in HubSpot');
	const recordOf = async (execution: string) => (await record.rows()).filter((row) => row.execution === execution);

	it('deletes the profile that belongs to the contact, and calls somebody if none is known', async () => {
		const { id, status, error } = await run();
		expect(await recordOf(id)).toEqual([
			expect.objectContaining({ hubspotContact: '51', key: '9463183901', outcome: 'deleted', message: '' }),
			expect.objectContaining({
				hubspotContact: '52',
				key: '',
				outcome: 'notDeleted',
				message: "'HubSpot contacts' has no key for this contact",
			}),
		]);
		expect(status).toBe('error');
		expect(error?.message).toMatch(/^1 of 2 contacts that were erased in HubSpot may still be/);
		expect((await scene.simulator.auditLog())[0]).toMatchObject({
			key: '9463183901',
			auditParameters: { exparam1: 'HubSpot contact.privacyDeletion', exparam3: `execution ${id}` },
		});
	});

	it('counts as done what is gone when the event comes again, and asks to check the key', async () => {
		await contacts.insert([{ hubspotContact: '52', key: '9463183903' }]);
		await contacts.insert([{ hubspotContact: '52', key: 'lost-at-first' }]);
		await scene.simulator.change({ faults: [{ fault: 'lost', keys: 'lost-at-first', firstAsks: 1 }] });
		const { id, status } = await run();
		expect((await recordOf(id)).map(({ key, outcome, message }) => [key, outcome, message])).toEqual([
			['9463183901', 'notFound', 'Check the key, unless an earlier event deleted it: no profile has it'],
			['9463183903', 'deleted', ''],
			['lost-at-first', 'goneAfterRetry', 'Check the key once: it was deleted, or no profile had it'],
		]);
		expect(status).toBe('success');
	});

	it('counts contacts, however many keys and events they have', async () => {
		await contacts.insert([{ hubspotContact: '52', key: '9.46E+09' }]);
		await contacts.insert([{ hubspotContact: '52', key: '#N/A' }]);
		const { id, error } = await run();
		expect(error?.message).toMatch(/^1 of 2 contacts that were erased in HubSpot may still be/);
		expect((await recordOf(id)).at(-2)?.message).toBe("'key' was shortened by a spreadsheet");
	});

	it('records each event when no contact is known at all', async () => {
		await contacts.clear();
		const { id, status } = await run();
		expect((await recordOf(id)).map(({ hubspotContact, key }) => [hubspotContact, key])).toEqual([
			['51', ''],
			['52', ''],
		]);
		expect(status).toBe('error');
	});
});
