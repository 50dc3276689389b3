import { makeThrottleGate, type ThrottleGate } from '../../nodes/WebexCampaign/throttle/gate';
import { makeThrottle, type Throttle } from '../../simulator/throttles';
import { figures, type Figures } from './figures';
import { idealMs } from './ideal';
import { seededRandom } from './random';
import type { Scenario } from './scenarios';
import { VirtualTime } from './virtualTime';

/** Runs a scenario in virtual time with the gate that ships and the run loop's manners. */
export function simulate(scenario: Scenario, seed: number, makeGate = makeThrottleGate): Figures {
	const random = seededRandom(seed);
	const time = new VirtualTime();
	const { rule, items, again, runs = 1, concurrency = 10, latencyMs = [5, 50] } = scenario;
	// The server's windows began some time before the run did.
	const startedAt = -random() * longestWindow(rule);
	const throttle = makeThrottle(rule, startedAt);
	const serverDelay = random();
	const begin = (gate: ThrottleGate, list: Scenario, at: number) => {
		const run = new Run(time, throttle, gate, list, random, serverDelay, at);
		time.at(at, () => run.goOn());
		return run;
	};
	const gates = Array.from({ length: runs }, () => makeGate(random));
	let all = gates.map((gate, index) => begin(gate, scenario, index === 0 ? 0 : random() * 2000));
	time.run();
	const leftOver = all.reduce((sum, run) => sum + run.left, 0);
	const beganAt = again ? all[0]!.endedAt + again.after : 0;
	if (again) {
		all = [begin(gates[0]!, { ...scenario, items: again.items }, beganAt)];
		time.run();
	}
	const failed = again ? leftOver + all[0]!.left : leftOver;
	const refused = all.reduce((sum, run) => sum + run.refused, 0);
	const actualMs = Math.max(...all.map((run) => run.endedAt)) - beganAt;
	const latency = (latencyMs[0] + latencyMs[1]) / 2;
	const total = (again?.items ?? items * runs) - failed;
	const ideal = idealMs(rule, startedAt - beganAt, total, latency, concurrency * runs);
	return figures(scenario, { failed, refused, actualMs, idealMs: ideal });
}

function longestWindow(rule: Scenario['rule']): number {
	if (rule.kind === 'sequence') return Math.max(...rule.steps.map((step) => longestWindow(step.rule)));
	return 'windowMs' in rule ? rule.windowMs : 0;
}

/** The manners of the run loop: the first request alone, refused ones sent again, a last probe when patience ends. */
class Run {
	left: number;
	refused = 0;
	endedAt = 0;
	private inFlight = 0;
	private started = 0;
	private heard = false;
	private lastAccepted: number;
	private wakeAt = Infinity;
	private gaveUp = false;
	private readonly concurrency: number;
	private readonly latencyMs: [number, number];
	private readonly patience: number;

	constructor(
		private readonly time: VirtualTime,
		private readonly throttle: Throttle,
		private readonly gate: ThrottleGate,
		scenario: Scenario,
		private readonly random: () => number,
		/** Share of the latency that a refusal takes at the server: 0 if it comes at once. */
		private readonly refusalDelay: number,
		beginsAt: number,
	) {
		this.lastAccepted = beginsAt;
		this.left = scenario.items;
		this.concurrency = scenario.concurrency ?? 10;
		this.latencyMs = scenario.latencyMs ?? [5, 50];
		this.patience = (scenario.maxThrottleWait ?? 300) * 1000;
	}

	goOn(): void {
		const { now } = this.time;
		while (!this.gaveUp && this.inFlight < Math.min(this.heard ? this.concurrency : 1, this.left)) {
			const patienceEnds = this.inFlight === 0 ? this.lastAccepted + this.patience : Infinity;
			const start = Math.min(this.gate.nextStart(now), Math.max(now, patienceEnds));
			if (start > now) {
				if (start < Infinity && start !== this.wakeAt) {
					this.wakeAt = start;
					// Timers are late, never early.
					this.time.at(start + 1.5 * this.random(), () => {
						if (this.wakeAt === start) this.wakeAt = Infinity;
						this.goOn();
					});
				}
				return;
			}
			this.send(now);
		}
	}

	private send(now: number): void {
		const ticket = this.gate.start(now);
		this.inFlight++;
		this.started++;
		const [from, to] = this.latencyMs;
		const latency = from + (to - from) * this.random();
		const way = latency * (0.05 + 0.3 * this.random());
		this.time.at(now + way, () => {
			const { accepted, retryAfterSeconds } = this.throttle.arrive(this.time.now);
			const service = (latency - 2 * way) * (accepted ? 1 : this.refusalDelay);
			this.time.at(this.time.now + service, () => {
				if (accepted) this.throttle.leave(this.time.now);
			});
			this.time.at(this.time.now + service + way, () => {
				this.inFlight--;
				this.heard = true;
				const retryAfter = retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000;
				this.gate.finish(ticket, accepted ? 'accepted' : 'throttled', this.time.now, retryAfter);
				if (accepted) {
					this.left--;
					this.lastAccepted = this.endedAt = this.time.now;
				} else {
					this.refused++;
					const waited = this.time.now - this.lastAccepted;
					if (waited >= this.patience || waited + (retryAfter ?? 0) > this.patience) this.gaveUp = true;
				}
				this.goOn();
			});
		});
	}
}
