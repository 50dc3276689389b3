import { keysFrom } from '../../simulator/profiles';
import { noteColumns } from '../queue/longList';
import { makeDataTable } from '../stage/dataTable';
import type { N8nApi } from '../stage/n8nApi';

const rowsOf = (keys: string[]) => keys.map((key) => ({ key }));

/** The data tables that examples ask for in their notes, with contacts that are there. */
export async function fillDataTables(api: N8nApi): Promise<void> {
	const list = await makeDataTable(api, 'Erasure list', ['key']);
	await list.insert(rowsOf(keysFrom('9463184301', 300)));
	await makeDataTable(api, 'Erasure outcomes', noteColumns);
	const hubSpot = await makeDataTable(api, 'HubSpot contacts', ['hubspotContact', 'key']);
	await hubSpot.insert([
		{ hubspotContact: '51', key: '9463183951' },
		{ hubspotContact: '52', key: '9463183952' },
	]);
	await makeDataTable(api, 'HubSpot erasures', [
		'hubspotContact',
		...noteColumns.filter((column) => column !== 'list'),
	]);
}
