import { setTimeout as wait } from 'node:timers/promises';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import type { Settings } from '../../simulator/settings';
import type { LogLine } from '../n8nEngine/logs';
import type { NodeResult } from '../n8nEngine/runNode';
import { Campaign, KEYS } from './campaign';
import { CONTINUE, ON_ERROR, STOP, type On } from './onError';

const campaign = new Campaign();
const keys = KEYS.slice(0, 3);
const HOURS = 10_000_000;

interface Case {
	during: string;
	settings: Partial<Settings>;
	options: Record<string, unknown>;
	/** The execution is cancelled once so many requests have arrived. */
	after: number;
	counts: string;
}

const cases: Case[] = [
	{
		during: 'a wait for the throttle',
		settings: { throttle: { kind: 'fixed', limit: 1, windowMs: HOURS, retryAfter: 'seconds' } },
		options: { maxThrottleWait: 86_400 },
		after: 2,
		counts: '1 deleted, 1 not deleted, 1 not attempted',
	},
	{
		during: 'a request that hangs',
		settings: { faults: [{ fault: 'hang', executed: true }] },
		options: { requestTimeout: HOURS / 1000 },
		after: 1,
		counts: '1 unknown, 2 not attempted',
	},
];

const warnings = (logs: LogLine[]) => logs.filter(({ level }) => level === 'warn').map(({ message }) => message);

const cancelledLine = (counts: string) =>
	expect.stringMatching(new RegExp(`^Webex Campaign, execution 1 of workflow workflow .*: cancelled\\. ${counts}$`));

/** Runs the node and cancels the execution once so many requests have arrived. */
async function cancelled({ settings, options, after }: Case, onError: On, node = {}) {
	await campaign.simulator.change(settings);
	let before = 0;
	const result = await campaign.deletes({
		keys,
		onError,
		options: { ...options, concurrency: 1 },
		settings: node,
		whileRunning: async (cancel) => {
			while ((await campaign.requests()) < after) await wait(5);
			// Long enough for the reply to have come, if one comes.
			await wait(150);
			before = await campaign.requests();
			cancel();
		},
	});
	const sentSince = (await campaign.requests()) - before;
	await untilAllHaveArrived(result);
	return { ...result, sentSince };
}

/** What was under way when it was cancelled may arrive late, or never, and must not count for the next test. */
async function untilAllHaveArrived({ success, failed }: NodeResult): Promise<void> {
	const attempts = [...success, ...failed].map(({ json }) => (json.error as { attempts: number })?.attempts ?? 1);
	const sent = attempts.reduce((sum, some) => sum + some, 0);
	for (let i = 0; i < 100 && (await campaign.requests()) < sent; i++) await wait(20);
}

describe.each(ON_ERROR)('On Error %s: a cancelled execution sends nothing any more and ends', (onError) => {
	it.each(cases)('during $during', async (row) => {
		const { run, error, logs, sentSince } = await cancelled(row, onError);
		expect(run.status).toBe('canceled');
		expect(error).toBeUndefined();
		expect(warnings(logs)).toEqual([cancelledLine(row.counts)]);
		expect(sentSince).toBe(0);
	});
});

describe('A cancelled execution', () => {
	it.each([STOP, CONTINUE])('is not tried again by Retry On Fail (On Error %s)', async (onError) => {
		const row = cases[1]!;
		const node = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { logs, sentSince } = await cancelled(row, onError, node);
		expect(warnings(logs)).toEqual([cancelledLine(row.counts)]);
		expect(sentSince).toBe(0);
	});

	it.each([
		['its items', 'key', {}],
		["'Dry Run' of each item", 'options', { dryRun: '={{ $json.contact === "" }}' }],
	])('while it still reads %s: none was attempted', async (_, name, options) => {
		let cancel = () => {};
		/** The built node, cancelled when it reads this parameter of the second item. */
		const cancelledAtIt = (built: INodeType) => ({
			...built,
			execute(this: IExecuteFunctions) {
				const value = (...asked: [string, number]) => {
					if (asked[0] === name && asked[1] === 1) cancel();
					return this.getNodeParameter(...asked);
				};
				return built.execute!.call(Object.create(this, { getNodeParameter: { value } }) as IExecuteFunctions);
			},
		});
		const { logs } = await campaign.deletes({
			keys,
			options,
			inItsPlace: cancelledAtIt,
			whileRunning: async (given) => {
				cancel = given;
			},
		});
		expect(warnings(logs)).toEqual([cancelledLine('3 not attempted')]);
		expect(await campaign.requests()).toBe(0);
	});
});
