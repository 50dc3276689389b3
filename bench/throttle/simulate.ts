import type { Answer } from '../../nodes/WebexCampaign/api/answer';
import { newJob } from '../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { Lane } from '../../nodes/WebexCampaign/lane/lane';
import { settleInLane } from '../../nodes/WebexCampaign/resources/profile/delete/run/settleJobs';
import { Throttle as NodeThrottle, type RequestThrottle } from '../../nodes/WebexCampaign/throttle/throttle';
import { makeThrottle, type Throttle } from '../../simulator/throttles';
import { VirtualClock } from '../../test/virtualClock';
import { figures, type Figures } from './figures';
import { idealMs } from './ideal';
import { optionsOf } from './options';
import { seededRandom } from './random';
import type { Scenario } from './scenarios';

/** Runs a scenario in virtual time through the lane and the gate that ship: one lane for each run, as in workers. */
export async function simulate(
	scenario: Scenario,
	seed: number,
	makeThrottleOfNode: (random: () => number) => RequestThrottle = (random) => new NodeThrottle(random),
): Promise<Figures> {
	const random = seededRandom(seed);
	const clock = new VirtualClock();
	const { rule, items, again, runs = 1, concurrency = 10, latencyMs = [5, 50] } = scenario;
	// The server's windows began some time before the run did.
	const startedAt = -random() * longestWindow(rule);
	const server = new Server(clock, makeThrottle(rule, startedAt), latencyMs, random, scenario.coldMs);
	// Timers are late, never early.
	const lateClock = { now: () => clock.now(), sleep: (ms: number) => clock.sleep(ms + 1.5 * random()) };
	const settle = async (lane: Lane, count: number) => {
		const jobs = Array.from({ length: count }, () => newJob(PROFILE, [0]));
		await settleInLane(lane, jobs, {
			options: optionsOf({ concurrency, maxThrottleWait: scenario.maxThrottleWait ?? 300 }),
			stopAtFailure: false,
			send: () => server.delete(),
			random,
			isCancelled: () => false,
			onProgress: () => {},
		});
		return jobs.filter(({ outcome }) => outcome?.status !== 'deleted').length;
	};
	const lanes = Array.from({ length: runs }, () => new Lane(makeThrottleOfNode(random), lateClock));
	const all = lanes.map(async (lane, index) => {
		if (index > 0) await clock.sleep(random() * 2000);
		return await settle(lane, items);
	});
	let failed = (await clock.until(Promise.all(all))).reduce((sum, one) => sum + one, 0);
	let beganAt = 0;
	if (again) {
		await clock.until(clock.sleep(again.after));
		beganAt = clock.now();
		server.refused = 0;
		failed += await clock.until(settle(lanes[0]!, again.items));
	}
	const latency = (latencyMs[0] + latencyMs[1]) / 2;
	const total = (again?.items ?? items * runs) - failed;
	const ideal = idealMs(rule, startedAt - beganAt, total, latency, concurrency * runs);
	const actualMs = clock.now() - beganAt;
	return figures(scenario, { failed, refused: server.refused, actualMs, idealMs: ideal });
}

const PROFILE = { key: '1', profileName: null, auditParameters: {} };

function longestWindow(rule: Scenario['rule']): number {
	if (rule.kind === 'sequence') return Math.max(...rule.steps.map((step) => longestWindow(step.rule)));
	return 'windowMs' in rule ? rule.windowMs : 0;
}

/** Answers after a way there, a time of service, and a way back. */
class Server {
	refused = 0;
	/** Share of the latency that a refusal takes: 0 if it comes at once. */
	private readonly refusalDelay: number;

	constructor(
		private readonly clock: VirtualClock,
		private readonly throttle: Throttle,
		private readonly latencyMs: [number, number],
		private readonly random: () => number,
		private readonly coldMs = 0,
	) {
		this.refusalDelay = random();
	}

	async delete(): Promise<Answer> {
		const [from, to] = this.latencyMs;
		const latency = from + (to - from) * this.random();
		const way = latency * (0.05 + 0.3 * this.random());
		await this.clock.sleep(way);
		const { accepted, retryAfterSeconds } = this.throttle.arrive(this.clock.now());
		await this.clock.sleep((latency - 2 * way) * (accepted ? 1 : this.refusalDelay));
		if (this.clock.now() < this.coldMs) await this.clock.sleep(500 * this.random());
		if (accepted) this.throttle.leave(this.clock.now());
		else this.refused++;
		await this.clock.sleep(way);
		if (accepted) return { kind: 'deleted', transactionId: 't' };
		const retryAfter = retryAfterSeconds === undefined ? {} : { retryAfter: retryAfterSeconds * 1000 };
		return { kind: 'throttled', httpStatus: 429, detail: '', ...retryAfter };
	}
}
