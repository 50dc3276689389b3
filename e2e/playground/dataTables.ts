import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../simulator/control';
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

/**
 * Renews the lists whenever the simulator went back to the start, where its count of requests begins anew: what was noted
 * of the old lists does not count for the new ones.
 */
export async function keepLists(api: N8nApi, simulator: Simulator): Promise<never> {
	for (let before = 0; ; await sleep(500, undefined, { ref: false })) {
		const { requests } = await simulator.totals();
		if (requests < before) await renewLists(api);
		before = requests;
	}
}

async function renewLists(api: N8nApi): Promise<void> {
	for (const [name, keys] of [
		['Erasure list', listInBatches],
		[forWorkers('Erasure list'), listForWorkers],
	] as const) {
		const list = await openDataTable(api, name, ['key']);
		await list.clear();
		await list.insert(keys.map((key) => ({ key })));
	}
}
