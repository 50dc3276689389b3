import type { Answer } from '../../nodes/WebexCampaign/api/answer';
import { DeleteRun } from '../../nodes/WebexCampaign/resources/profile/delete/deleteRun';
import { NEVER_SENT } from '../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { Lane, type Clock } from '../../nodes/WebexCampaign/lane/lane';
import { Throttle as NodeThrottle, type RequestThrottle } from '../../nodes/WebexCampaign/throttle/throttle';
import { makeThrottle, type Admission, type Throttle } from '../../simulator/throttles';
import { VirtualClock } from '../../test/virtualClock';
import { optionsOf } from '../../test/unit/lane/virtualRun';
import { figures, type Figures } from './figures';
import { idealMs } from './ideal';
import { seededRandom } from './random';
import { itemsOf, type Scenario } from './scenarios';

/** Runs a scenario in virtual time through the lane and the throttle that ship: one lane for each run, as in workers. */
export async function simulate(
	scenario: Scenario,
	seed: number,
	makeThrottleOfNode: (random: () => number) => RequestThrottle = (random) => new NodeThrottle(random),
): Promise<Figures> {
	const random = seededRandom(seed);
	const clock = new VirtualClock();
	const { rule, items, again, runs = 1, concurrency = 10, latencyMs = LATENCY } = scenario;
	const { rounds = { count: 1, pauseMs: 0 }, namedWait = 0 } = scenario;
	// The server's windows began some time before the run did.
	const startedAt = -random() * longestWindow(rule);
	const server = new Server(clock, scenario, startedAt, random);
	const settle = async (lane: Lane, client: Worker, count: number) => {
		const jobs = Array.from({ length: count }, () => ({ profile: PROFILE, items: [0] }));
		const run = new DeleteRun(jobs, Array(count).fill(NEVER_SENT), {
			options: optionsOf({ concurrency, maxThrottleWait: scenario.maxThrottleWait ?? 300 }),
			stopAtFailure: false,
			send: () => client.send(server),
			random,
			isCancelled: () => false,
			onProgress: () => {},
		});
		await lane.settle(run);
		return run.result.filter(({ outcome }) => outcome?.status !== 'deleted').length;
	};
	const workers = Array.from({ length: runs }, () => {
		const client = new Worker(clock, random);
		return { client, lane: new Lane(makeThrottleOfNode(random), client) };
	});
	let failed = 0;
	for (let round = 0; round < rounds.count; round++) {
		if (round > 0) await clock.until(clock.sleep(rounds.pauseMs));
		const all = workers.map(async ({ lane, client }, index) => {
			// A workflow calls its batches nearly together, people start runs when they like.
			if (index > 0) await clock.sleep(random() * (scenario.rounds ? 200 : 2000));
			failed += await settle(lane, client, items);
		});
		await clock.until(Promise.all(all));
	}
	let beganAt = 0;
	if (again) {
		await clock.until(clock.sleep(again.after));
		beganAt = clock.now();
		server.refused = 0;
		failed += await clock.until(settle(workers[0]!.lane, workers[0]!.client, again.items));
	}
	const latency = (latencyMs[0] + latencyMs[1]) / 2;
	const total = itemsOf(scenario) - failed;
	const share = Math.ceil(total / (scenario.hosts ?? 1));
	const ideal = idealMs(rule, startedAt - beganAt, share, latency, concurrency * runs, again ? undefined : COLD);
	const actualMs = clock.now() - beganAt;
	return figures(scenario, { failed, refused: server.refused, actualMs, idealMs: ideal + 1000 * namedWait });
}

const PROFILE = { key: '1', profileName: null, auditParameters: {} };

function longestWindow(rule: Scenario['rule']): number {
	if (rule.kind === 'sequence') return Math.max(...rule.steps.map((step) => longestWindow(step.rule)));
	return 'windowMs' in rule ? rule.windowMs : 0;
}

const LATENCY: [number, number] = [1, 60];
/** Timers are up to so many ms late, mostly far less, and never early. */
const LATE = 15;
/** Connections and code are cold for so many replies, which take up to so many ms longer. */
const COLD = { replies: 12, ms: 300 };
/** Now and then the process stands still: on average every so many ms, for so many at the most. */
const STANDSTILL = { every: 5000, ms: 150 };

/** A worker on a machine that others use too: its clock is the lane's, and through it the requests go. */
class Worker implements Clock {
	private replies = 0;
	private standstill = { from: 0, to: 0 };

	constructor(
		private readonly clock: VirtualClock,
		private readonly random: () => number,
	) {}

	now(): number {
		return this.clock.now();
	}

	async sleep(ms: number): Promise<void> {
		await this.clock.sleep(ms + LATE * this.random() ** 3);
		await this.goesOn();
	}

	async send(server: Server): Promise<Answer> {
		const answer = await server.delete();
		if (this.replies++ < COLD.replies) await this.clock.sleep(COLD.ms * this.random());
		await this.goesOn();
		return answer;
	}

	private async goesOn(): Promise<void> {
		const { every, ms } = STANDSTILL;
		const now = this.clock.now();
		while (this.standstill.to <= now) {
			const from = this.standstill.to - every * Math.log(1 - this.random());
			this.standstill = { from, to: from + ms * this.random() };
		}
		if (now >= this.standstill.from) await this.clock.sleep(this.standstill.to - now);
	}
}

/** So many requests reach the API before the one that is answered with the named wait. */
const BEFORE_NAMED_WAIT = 29;

/** Answers after a way there, a time of service, and a way back. */
class Server {
	refused = 0;
	private requests = 0;
	private readonly hosts: Throttle[];
	private nextOfOthers = 0;
	/** Share of the latency that a refusal takes: 0 if it comes at once. */
	private readonly refusalDelay: number;

	constructor(
		private readonly clock: VirtualClock,
		private readonly scenario: Scenario,
		startedAt: number,
		private readonly random: () => number,
	) {
		this.refusalDelay = random();
		this.hosts = Array.from({ length: scenario.hosts ?? 1 }, () => makeThrottle(scenario.rule, startedAt));
	}

	async delete(): Promise<Answer> {
		const [from, to] = this.scenario.latencyMs ?? LATENCY;
		const latency = from + (to - from) * this.random();
		const way = latency * (0.05 + 0.3 * this.random());
		await this.clock.sleep(way);
		const host = this.hosts.length > 1 ? this.hosts[Math.floor(this.hosts.length * this.random())]! : this.hosts[0]!;
		const { accepted, retryAfterSeconds } = this.arrive(host, this.clock.now());
		await this.clock.sleep((latency - 2 * way) * (accepted ? 1 : this.refusalDelay));
		if (accepted) host.leave(this.clock.now());
		else this.refused++;
		await this.clock.sleep(way);
		if (accepted) return { kind: 'deleted', transactionId: 't' };
		const retryAfter = retryAfterSeconds === undefined ? {} : { retryAfter: retryAfterSeconds * 1000 };
		return { kind: 'throttled', code: 'THROTTLED', httpStatus: 429, ...retryAfter };
	}

	private arrive(host: Throttle, now: number): Admission {
		const { others = 0, noise = 0, namedWait } = this.scenario;
		if (namedWait !== undefined && this.requests++ === BEFORE_NAMED_WAIT) {
			return { accepted: false, retryAfterSeconds: namedWait };
		}
		for (; others > 0 && this.nextOfOthers <= now; this.nextOfOthers -= (1000 / others) * Math.log(1 - this.random())) {
			host.arrive(this.nextOfOthers);
		}
		return noise > 0 && this.random() < noise ? { accepted: false } : host.arrive(now);
	}
}
