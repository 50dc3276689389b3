import { noteColumns } from '../queue/longList';
import { openDataTable } from '../stage/dataTable';
import type { N8nApi } from '../stage/n8nApi';
import { listForWorkers, listInBatches } from './contactLists';
import { forWorkers } from './examples';

/** The data tables that examples ask for in their notes, with contacts that are there. */
export async function fillDataTables(api: N8nApi): Promise<void> {
	await openDataTable(api, 'Erasure outcomes', noteColumns);
	await openDataTable(api, forWorkers('Erasure outcomes'), noteColumns);
	await renewLists(api);
	const hubSpot = await openDataTable(api, 'HubSpot contacts', ['hubspotContact', 'key']);
	if ((await hubSpot.rows()).length === 0) {
		await hubSpot.insert([
			{ hubspotContact: '51', key: '9463183951' },
			{ hubspotContact: '52', key: '9463183952' },
		]);
	}
	await openDataTable(api, 'HubSpot erasures', [
		'hubspotContact',
		...noteColumns.filter((column) => column !== 'list'),
	]);
}

/** To be done when the contacts are back: what was noted of the old lists does not count for the new ones. */
export async function renewLists(api: N8nApi): Promise<void> {
	for (const [name, keys] of [
		['Erasure list', listInBatches],
		[forWorkers('Erasure list'), listForWorkers],
	] as const) {
		const list = await openDataTable(api, name, ['key']);
		await list.clear();
		await list.insert(keys.map((key) => ({ key })));
	}
}
