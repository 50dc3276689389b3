import { setTimeout as sleep } from 'node:timers/promises';
import { countOutcomes, noteColumns, reportOf } from '../../queue/longList';
import { mismatches } from '../../queue/mismatches';
import { openDataTable, type DataTable } from '../../stage/dataTable';
import { importExample } from '../../stage/example';
import { cancelExecution, execute, finished, startExecution } from '../../stage/execution';
import type { SavedWorkflow } from '../../stage/workflow';
import { openScene } from '../scene';

const keys = Array.from({ length: 60 }, (_, index) => String(7_000_000 + index));

/** One story, step by step: each test goes on where the one before it ended. */
describe('batches-with-a-record.json', () => {
	const scene = openScene();
	let list: DataTable;
	let outcomes: DataTable;
	let workflow: SavedWorkflow;

	const beginList = async (listed: string[]) => {
		await list.clear();
		await list.insert(listed.map((key) => ({ key })));
	};
	const run = async () => await execute(scene.api, workflow);
	const notesWith = async (...wanted: string[]) =>
		(await outcomes.rows()).filter(({ outcome }) => wanted.includes(outcome as string));

	beforeAll(async () => {
		await scene.simulator.addRecords([{ profileName: 'sampleprofile', keys }]);
		workflow = await importExample(scene.api, 'batches-with-a-record.json', scene.credentials, (node) => {
			if (node.name === 'Loop Over Items') node.parameters.batchSize = 10;
		});
	});

	it('makes its data tables when it is run for the first time, and asks for the list', async () => {
		expect((await run()).error?.message).toMatch(/^The list is empty.*Import your list into .*'Erasure list'/);
		list = await openDataTable(scene.api, 'Erasure list', ['key']);
		outcomes = await openDataTable(scene.api, 'Erasure outcomes', noteColumns);
		await beginList(keys);
	});

	it('has written down every batch but one when it is cancelled midway', async () => {
		await scene.simulator.change({ latency: { ms: 300 } });
		const id = await startExecution(scene.api, workflow);
		while ((await scene.simulator.totals()).executed < 25) await sleep(20);
		await cancelExecution(scene.api, id);
		expect((await finished(scene.api, id)).status).toBe('canceled');

		const written = (await notesWith('deleted')).length;
		expect(written).toBeGreaterThanOrEqual(20);
		expect((await notesWith('begun')).length).toBe(written + 10);
	});

	it('goes on where it ended when it is run again, and accounts for every key', async () => {
		const written = (await notesWith('deleted')).map(({ key }) => key);
		await scene.simulator.change({ latency: { ms: 0 } });
		const execution = await run();
		const report = reportOf(execution);

		expect(await mismatches(keys, report, scene.simulator)).toEqual([]);
		const { deleted = 0, goneAfterInterruption = 0 } = countOutcomes(report);
		expect(goneAfterInterruption).toBeGreaterThan(0);
		expect(deleted + goneAfterInterruption).toBe(60);
		expect(execution.itemsOf('Report as a file')).toHaveLength(1);
		const askedTwice = (await scene.simulator.ledger()).filter(({ asked }) => asked > 1);
		expect(askedTwice.filter(({ key }) => written.includes(key))).toEqual([]);
	});

	it('sends nothing when all is settled', async () => {
		const before = await scene.simulator.totals();
		expect(reportOf(await run())).toHaveLength(60);
		expect((await scene.simulator.totals()).requests).toBe(before.requests);
	});

	it('asks again for a contact that came back and is on a new list', async () => {
		await scene.simulator.addRecords([{ profileName: 'sampleprofile', keys: [keys[0]!] }]);
		await beginList([keys[0]!, keys[1]!, '', '#N/A']);
		const report = reportOf(await run());
		const correct = 'Correct the key in the list, then run the list again';
		expect(report.map(({ key, rows, outcome, toDo }) => [key, rows, outcome, toDo])).toEqual([
			[keys[0], 1, 'deleted', ''],
			[keys[1], 1, 'notFound', 'Check the key: no profile has it'],
			['', 1, 'notDeleted', correct],
			['#N/A', 1, 'notDeleted', correct],
		]);
		const entry = (await scene.simulator.ledger()).find(({ key }) => key === keys[0]);
		expect(report[0]?.transactionId).toBe(entry?.transactionId);
	});

	it('begins no further batch when the key is refused', async () => {
		await scene.simulator.change({ faults: [{ fault: 'failure', code: 498 }] });
		await beginList(keys);
		const before = await scene.simulator.totals();
		const report = reportOf(await run());
		// All ten of a batch may be under way when the first is refused; then one more request goes ahead of the next batch.
		expect((await scene.simulator.totals()).requests - before.requests).toBeLessThanOrEqual(11);
		const { notDeleted = 0, notAttempted = 0 } = countOutcomes(report);
		expect([notDeleted + notAttempted, notAttempted >= 49]).toEqual([60, true]);
		expect(report.find(({ code }) => code === '498')?.toDo).toMatch(/^Have somebody put right what the message says/);
	});

	it('ends before it takes another table for its own', async () => {
		await openDataTable(scene.api, 'Erasure list 2', ['key']);
		expect((await run()).error?.message).toContain("'Erasure list' already exists");
	});
});
