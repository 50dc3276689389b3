import { executeNode } from '../../stage/execution';
import { inARow, noOperation, saveWorkflow } from '../../stage/workflow';
import { countOutcomes, reportOf } from '../longList';
import { measure } from '../measure';
import { mismatches } from '../mismatches';
import { executionsTakenBy, openStageForTests } from '../stage';

const stage = openStageForTests(2);

describe('a long list', () => {
	let keys: string[];

	beforeAll(async () => {
		await stage.longList.set({ batchSize: 100, batchesAtOnce: 4 });
		const existing = await stage.begin(790);
		const odd = [existing[0]!, existing[700]!, '#N/A', 'nobody-has-this-key', ' ', '9463185000'];
		keys = [...existing, ...odd].map((key) => key.trim());
		await stage.longList.begin([...existing, ...odd]);
	});

	it('becomes a report that has each key once and agrees with the ledger', async () => {
		const execution = await stage.longList.run();
		expect(execution.status).toBe('success');
		const report = reportOf(execution);
		expect(await mismatches(keys, report, stage.simulator)).toEqual([]);
		expect(countOutcomes(report)).toEqual({ deleted: 790, notFound: 2, notDeleted: 2 });
		expect(execution.itemsOf('To look at').map(({ json }) => json.key)).toEqual([
			'#N/A',
			'nobody-has-this-key',
			'',
			'9463185000',
		]);
		expect(report.reduce((sum, { rows }) => sum + rows, 0)).toBe(796);
		expect(execution.itemsOf('Report as a file')).toHaveLength(1);
	});

	it('is spread over the workers', () => {
		const shares = stage.queueMode.workers.map((worker) => executionsTakenBy(worker).length);
		expect(Math.min(...shares)).toBeGreaterThan(1);
		expect(shares.reduce((sum, share) => sum + share)).toBe(9);
	});

	it('is not sent again: the second run reports the same', async () => {
		const before = await stage.simulator.totals();
		const execution = await stage.longList.run();
		expect((await stage.simulator.totals()).requests).toBe(before.requests);
		expect(countOutcomes(reportOf(execution))).toEqual({ deleted: 790, notFound: 2, notDeleted: 2 });
	});

	it('asks again for what is on a new list: a contact that came back, and one that is still gone', async () => {
		const [back, gone] = [keys[0]!, keys[1]!];
		const before = await stage.simulator.ledger();
		await stage.simulator.addRecords([{ profileName: 'sampleprofile', keys: [back] }]);
		await stage.longList.begin([back, gone]);
		const report = reportOf(await stage.longList.run());
		const [deleted, notFound] = report;
		expect(report).toHaveLength(2);
		expect(notFound).toMatchObject({ key: gone, outcome: 'notFound', transactionId: '' });
		const now = (await stage.simulator.ledger()).find(({ key }) => key === back)!;
		expect(deleted).toMatchObject({ key: back, outcome: 'deleted', transactionId: now.transactionId });
		expect(before.map(({ transactionId }) => transactionId)).not.toContain(now.transactionId);
	});

	it('says so when there is nothing in it', async () => {
		await stage.longList.begin([' ']);
		expect((await stage.longList.run()).error?.message).toContain("no row has anything in 'key'");
	});

	it('stops at the first batches when the key is refused, and tells so', async () => {
		const existing = await stage.begin(790, { faults: [{ fault: 'failure', code: 498 }] });
		const report = reportOf(await stage.longList.run());
		const { requests } = await stage.simulator.totals();
		// Ten may be under way on each worker when the first is refused; then one request goes ahead of each of four batches.
		expect(requests).toBeLessThanOrEqual(2 * 10 + 4);
		expect(await mismatches(existing, report, stage.simulator)).toEqual([]);
		expect(countOutcomes(report)).toEqual({ notDeleted: requests, notAttempted: 790 - requests });
	});
});

describe('batches on two workers that share a throttle without knowing of each other', () => {
	it('lose nothing, and no more than 20 % of the requests are refused', async () => {
		const throttle = { kind: 'fixed', limit: 100, windowMs: 1000 } as const;
		const measured = await measure(stage, 3000, { batchSize: 1500, batchesAtOnce: 2 }, throttle);
		expect(measured.failed).toBe(0);
		expect(measured.mismatches).toEqual([]);
		expect(measured.waste).toBeLessThanOrEqual(0.2);
	});
});

describe("n8n's Execute Workflow, the other way to call a child", () => {
	it('runs every call in the worker that runs the parent', async () => {
		const { api, workers } = stage.queueMode;
		const child = await saveWorkflow(api, {
			name: 'Called',
			nodes: [
				{
					name: 'Called',
					type: 'n8n-nodes-base.executeWorkflowTrigger',
					typeVersion: 1.1,
					parameters: { inputSource: 'passthrough' },
				},
				noOperation('End'),
			],
			links: inARow('Called', 'End'),
		});
		const call = {
			name: 'Call',
			type: 'n8n-nodes-base.executeWorkflow',
			typeVersion: 1.2,
			parameters: {
				workflowId: { __rl: true, mode: 'id', value: child.id },
				mode: 'each',
				options: { waitForSubWorkflow: false },
			},
		};
		const taken = () => workers.flatMap(executionsTakenBy);
		const before = taken();
		const execution = await executeNode(api, call, [{}, {}, {}, {}]);

		expect(execution.status).toBe('success');
		const { results } = await api.get<{ results: Array<{ id: string }> }>(
			`/executions?filter=${JSON.stringify({ workflowId: child.id })}`,
		);
		expect(results).toHaveLength(4);
		expect(taken().filter((id) => !before.includes(id))).toEqual([execution.id]);
	});
});
