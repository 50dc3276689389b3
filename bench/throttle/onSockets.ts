import { setTimeout as wait } from 'node:timers/promises';

import type { RunOptions } from '../../nodes/WebexCampaign/input/options';
import { DeleteRun } from '../../nodes/WebexCampaign/resources/profile/delete/deleteRun';
import { NEVER_SENT, type History, type Job } from '../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { Lane } from '../../nodes/WebexCampaign/lane/lane';
import { Throttle } from '../../nodes/WebexCampaign/throttle/throttle';
import { spawnSimulator } from '../../simulator/spawn';
import { optionsOf } from '../../test/unit/lane/virtualRun';
import { figures, type Figures } from './figures';
import { idealMs } from './ideal';
import { leanSender } from './leanSender';
import type { Scenario } from './scenarios';

const PROFILE = 'throttled';
const FIRST_KEY = 1_000_000_000;

/** Runs a scenario through the lane and the throttle that ship, against a simulator in a process of its own. */
export async function runOnSockets(scenario: Scenario): Promise<Figures> {
	const { rule, items, runs = 1, concurrency = 10, latencyMs = [5, 50], maxThrottleWait = 300 } = scenario;
	const total = items * runs;
	const simulator = await spawnSimulator({
		profiles: [{ profileName: PROFILE, firstKey: String(FIRST_KEY), count: total }],
	});
	const sender = leanSender(simulator);
	try {
		const [least, most] = latencyMs;
		await simulator.change({ latency: { ms: least, jitterMs: most - least } });
		const jobs = Array.from({ length: total }, (_, i) => ({
			profile: { key: String(FIRST_KEY + i), profileName: PROFILE, auditParameters: {} },
			items: [i],
		}));
		const share = (run: number) => jobs.slice(run * items, (run + 1) * items);
		await simulator.change({ throttle: rule });
		const ruleSince = performance.now();
		// The runs begin somewhere in the server's windows, and not together.
		await wait(1000 * Math.random());
		const began = performance.now();
		const settled = await Promise.all(
			Array.from({ length: runs }, async (_, run) => {
				if (run > 0) await wait(2000 * Math.random());
				return await settle(share(run), { concurrency, maxThrottleWait }, sender.send);
			}),
		);
		const actualMs = performance.now() - began;
		const failed = settled.flat().filter(({ outcome }) => outcome?.status !== 'deleted').length;
		const { refused } = await simulator.totals();
		const ideal = idealMs(rule, ruleSince - began, total - failed, (least + most) / 2, concurrency * runs);
		return figures(scenario, { failed, refused, actualMs, idealMs: ideal });
	} finally {
		sender.close();
		await simulator.stop();
	}
}

async function settle(
	jobs: Job[],
	given: Partial<RunOptions>,
	send: ReturnType<typeof leanSender>['send'],
): Promise<History[]> {
	const clock = { now: () => performance.now(), sleep: (ms: number) => wait(ms) };
	const run = new DeleteRun(jobs, Array(jobs.length).fill(NEVER_SENT), {
		options: optionsOf(given),
		stopAtFailure: false,
		send,
		random: Math.random,
		isCancelled: () => false,
		onProgress: () => {},
	});
	await new Lane(new Throttle(Math.random), clock).settle(run);
	return run.result;
}
