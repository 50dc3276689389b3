import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../simulator/control';
import { keysFrom } from '../../simulator/profiles';
import { noteColumns } from '../queue/longList';
import { openDataTable } from '../stage/dataTable';
import type { N8nApi } from '../stage/n8nApi';
import { forWorkers } from './examples';

/** The contacts that are there, of which each list below has a part of its own. */
export const contacts = { profileName: 'sampleprofile', firstKey: '9463183901', count: 3000 };

/** Longer than the batches of the examples, so that a run can be cancelled between two of them. */
const longList = 1200;

/** For the examples that take a long list: one for each, or the second would find nothing left to do. */
const listInBatches = keysFrom('9463184301', longList);
const listForWorkers = keysFrom('9463185501', longList);

/** Writes a CSV file with 300 contacts, to be handed to the example that takes a file. Returns its path. */
export function writeContactList(folder: string): string {
	const path = join(folder, 'contacts.csv');
	writeFileSync(path, ['key', ...keysFrom('9463184001', 300), ''].join('\n'));
	return path;
}

/** Data tables with contacts that are there, so that the examples which use them can be run at once. */
export async function fillDataTables(api: N8nApi): Promise<void> {
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
