import { setTimeout as sleep } from 'node:timers/promises';
import { finished, type Execution } from '../../stage/execution';
import { countOutcomes, reportOf } from '../longList';
import { mismatches } from '../mismatches';
import { executionsTakenBy, openStageForTests } from '../stage';

const count = 2000;

// n8n finds a dead worker's executions as it always does, but within seconds instead of a minute and a half.
const stage = openStageForTests(2, {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
});

/** The worker that runs the parent, or the other one. */
function workerThat(runsParent: boolean, parent: string) {
	const { workers } = stage.queueMode;
	return workers.find((worker) => executionsTakenBy(worker).includes(parent) === runsParent)!;
}

interface Fault {
	name: string;
	strike: (parent: string) => Promise<void>;
}

const faults: Fault[] = [
	{
		name: 'a worker with batches is killed',
		strike: async (parent) => await workerThat(false, parent).kill(),
	},
	{
		name: 'the worker that runs the parent is killed',
		strike: async (parent) => await workerThat(true, parent).kill(),
	},
	{
		name: 'Redis is away for 10 s',
		strike: async () => {
			await stage.queueMode.redis.stop();
			await sleep(10_000);
			await stage.queueMode.restartRedis();
		},
	},
	{
		name: 'the main process is killed',
		strike: async () => await stage.queueMode.main.kill(),
	},
];

describe.each(faults)('when $name in the middle of a list', ({ name, strike }) => {
	let keys: string[];

	it('the report, if one is written, says nothing that is not so', async () => {
		keys = await stage.begin(count);
		const parent = await stage.longList.start();
		while ((await stage.simulator.totals()).executed < 300) await sleep(20);
		await strike(parent);
		const { execution, restarted } = await supervised(parent);
		const report = reportOf(execution);
		console.log(`When ${name}:
started again: ${restarted.join(', ') || 'none'}
the parent: ${execution.status} ${execution.error?.message ?? ''}
report: ${JSON.stringify(countOutcomes(report))}`);
		if (report.length > 0) expect(await mismatches(keys, report, stage.simulator)).toEqual([]);
	});

	it('running the list again completes the report, and the ledger agrees', async () => {
		const { execution } = await supervised(await stage.longList.start());
		const report = reportOf(execution);
		console.log(`Run again: ${JSON.stringify(countOutcomes(report))}`);
		expect(await mismatches(keys, report, stage.simulator)).toEqual([]);
		const gone = ['deleted', 'goneAfterRetry', 'goneAfterInterruption'];
		expect(report.filter(({ outcome }) => !gone.includes(outcome))).toEqual([]);
		expect((await stage.simulator.totals()).executed).toBe(count);
	});
});

/** Waits for an execution to end and meanwhile does what a supervisor does: starts processes again that end. */
async function supervised(id: string): Promise<{ execution: Execution; restarted: string[] }> {
	const restarted: string[] = [];
	for (let tries = 1; ; tries++) {
		restarted.push(...(await stage.queueMode.restartEnded()));
		try {
			return { execution: await finished(stage.queueMode.api, id, 2), restarted };
		} catch (stillRunning) {
			if (tries === 60) throw stillRunning;
		}
	}
}
