import type { SimulatorAddress } from '../../simulator/control';
import { openDataTable } from '../stage/dataTable';
import { importExample, publishExample, saveExampleCredentials } from '../stage/example';
import { finished, startExecution, type Execution } from '../stage/execution';
import type { N8nApi } from '../stage/n8nApi';
import { fieldsFor, saveCredential } from '../stage/webexCampaign';
import type { WorkflowNode } from '../stage/workflow';

/** A line of the erasure report, as the example writes it. */
export interface ReportLine {
	key: string;
	/** How many rows of the list have this key. */
	rows: number;
	outcome: string;
	transactionId: string;
	code: string;
	toDo: string;
}

/** Fields of the parent's node Settings. */
export interface BatchSettings {
	batchSize: number;
	batchesAtOnce: number;
}

/** Columns of the data table in which the examples note what became of each key. */
export const noteColumns = ['key', 'list', 'outcome', 'transactionId', 'code', 'message', 'execution'];

/** The pair of example workflows that erases a long list, in an n8n that has its data tables. */
export async function openLongList(api: N8nApi, simulator: SimulatorAddress, batches: BatchSettings) {
	const credentials = {
		...(await saveCredential(api, fieldsFor(simulator), 'Simulator')),
		...(await saveExampleCredentials(api)),
	};
	const list = await openDataTable(api, 'Erasure list', ['key']);
	const outcomes = await openDataTable(api, 'Erasure outcomes', noteColumns);
	await publishExample(api, 'erase-batch-child.json', credentials);
	const saveParent = async (fields: BatchSettings) =>
		await importExample(api, 'erase-list-parent.json', credentials, (node) => enter(node, { ...fields }));
	let parent = await saveParent(batches);

	/** Starts the parent, as the editor's Execute button does. Returns the execution's id. */
	const start = async () => await startExecution(api, parent, 'Start');
	return {
		/** Replaces the list; the notes of earlier lists stay. */
		begin: async (keys: string[]) => {
			await list.clear();
			await list.insert(keys.map((key) => ({ key })));
		},
		/** Forgets the notes of all lists, so that a measurement is not of reading old ones. */
		forget: outcomes.clear,
		/** Changes the batches of the runs to come. */
		set: async (fields: BatchSettings) => {
			parent = await saveParent(fields);
		},
		start,
		/** Runs the parent to its end. */
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

/** Enters values into an Edit Fields node, by field name. */
function enter({ type, parameters }: WorkflowNode, fields: Record<string, unknown>): void {
	if (type !== 'n8n-nodes-base.set') return;
	const { assignments } = parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	for (const field of assignments) field.value = fields[field.name] ?? field.value;
}
