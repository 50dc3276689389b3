import { randomUUID } from 'node:crypto';
import type { SimulatorAddress } from '../../simulator/control';
import { finished, startExecution, type Execution } from '../stage/execution';
import type { N8nApi } from '../stage/n8nApi';
import { fieldsFor, saveCredential, type Credentials } from '../stage/webexCampaign';
import { publishWorkflow } from '../stage/workflow';
import { makeDataTable } from './dataTable';
import { saveExample } from './exampleWorkflow';

/** A line of the erasure report, as the example writes it. */
export interface ReportLine {
	key: string;
	outcome: string;
	transactionId: string;
	at: string;
	execution: string;
	code: string;
	message: string;
	toDo: string;
}

/** Fields of the parent's node Settings. */
export interface BatchSettings {
	batchSize: number;
	batchesAtOnce: number;
}

/** The pair of example workflows that erases a long list, in an n8n that has its data tables. */
export interface LongList {
	/** Ids of the two workflows. */
	parent: string;
	child: string;
	/** Replaces the list and forgets all outcomes. */
	begin: (keys: string[]) => Promise<void>;
	/** Changes the batches of the runs to come. */
	set: (batches: BatchSettings) => Promise<void>;
	/** Starts the parent, as the editor's Execute button does. Returns the execution's id. */
	start: () => Promise<string>;
	/** Runs the parent to its end. */
	run: (seconds?: number) => Promise<Execution>;
}

export async function openLongList(
	api: N8nApi,
	simulator: SimulatorAddress,
	batches: BatchSettings,
): Promise<LongList> {
	const credentials = {
		...(await saveCredential(api, fieldsFor(simulator), 'Simulator')),
		...(await saveHeaderAuth(api)),
	};
	const list = await makeDataTable(api, 'Erasure list', ['key']);
	const columns = ['key', 'outcome', 'transactionId', 'code', 'message', 'execution'];
	const outcomes = await makeDataTable(api, 'Erasure outcomes', columns);
	const child = await saveExample(api, 'erase-batch-child', credentials);
	await publishWorkflow(api, child);
	const saveParent = async (fields: BatchSettings) =>
		await saveExample(api, 'erase-list-parent', credentials, { ...fields });
	let parent = await saveParent(batches);

	const start = async () => await startExecution(api, parent, 'Start');
	return {
		get parent() {
			return parent.id;
		},
		child: child.id,
		begin: async (keys) => {
			await list.clear();
			await outcomes.clear();
			await list.insert(keys.map((key) => ({ key })));
		},
		set: async (fields) => {
			parent = await saveParent(fields);
		},
		start,
		run: async (seconds = 300) => await finished(api, await start(), seconds),
	};
}

/** The report that an execution of the parent wrote. */
export const reportOf = (execution: Execution): ReportLine[] =>
	execution.itemsOf('Report').map(({ json }) => json as unknown as ReportLine);

export function countOutcomes(report: ReportLine[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { outcome } of report) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
}

async function saveHeaderAuth(api: N8nApi): Promise<Credentials> {
	const type = 'httpHeaderAuth';
	const name = 'Erase a batch';
	const data = { name: 'X-Erase', value: randomUUID() };
	const { id } = await api.post<{ id: string }>('/credentials', { name, type, data });
	return { [type]: { id, name } };
}
