import {
	makeThrottleGate,
	type ThrottleGate,
	type Ticket,
	type Verdict,
} from '../../../nodes/WebexCampaign/throttle/gate';

/** A gate, and the requests that it has under way. */
class Client {
	private readonly underWay: Ticket[] = [];
	private readonly gate: ThrottleGate;

	constructor(random = 0.5) {
		this.gate = makeThrottleGate(() => random);
	}

	nextStart(now: number): number {
		return this.gate.nextStart(now);
	}

	start(now: number, count = 1): this {
		for (let i = 0; i < count; i++) this.underWay.push(this.gate.start(now));
		return this;
	}

	/** The requests that have been under way for longest end so. */
	finish(now: number, verdict: Verdict, count = 1, retryAfter?: number): this {
		for (const ticket of this.underWay.splice(0, count)) this.gate.finish(ticket, verdict, now, retryAfter);
		return this;
	}

	/** Starts as many at once as the gate lets through, `most` at most. @returns how many */
	startAll(now: number, most: number): number {
		const before = this.underWay.length;
		while (this.underWay.length - before < most && this.nextStart(now) <= now) this.start(now);
		return this.underWay.length - before;
	}
}

/** After one accepted request, ten more: so many accepted, the rest refused alone or with a Retry-After. */
const refusedAfter = (accepted: number, random?: number, retryAfter?: number) =>
	new Client(random)
		.start(0)
		.finish(50, 'accepted')
		.start(50, 10)
		.finish(100, 'accepted', accepted)
		.finish(100, 'throttled', 10 - accepted, retryAfter);

describe('without a refusal the gate stays out of the way', () => {
	it.each<Verdict>(['accepted', 'unheard'])('all requests %s', (verdict) => {
		const client = new Client();
		for (let now = 0; now < 100_000; now += 100) {
			expect(client.startAll(now, 50)).toBe(50);
			client.finish(now + 50, verdict, 50);
		}
	});
});

describe('while the throttle is shut one request at a time looks whether it has opened', () => {
	it('alone: others that are under way are awaited', () => {
		const client = new Client().start(0, 2).finish(50, 'throttled');
		expect(client.nextStart(51)).toBeGreaterThan(51);
	});

	it('no other one goes along', () => {
		const client = refusedAfter(4).start(100);
		expect(client.nextStart(100_000)).toBe(Infinity);
	});

	it('another one follows if it is refused, but not at once', () => {
		const client = refusedAfter(4).start(100).finish(150, 'throttled');
		expect(client.nextStart(150)).toBeGreaterThan(150);
		expect(client.nextStart(150)).toBeLessThan(Infinity);
	});

	it('another one follows if its reply is lost', () => {
		const client = refusedAfter(4).start(100).finish(30_000, 'unheard');
		expect(client.nextStart(30_000)).toBeLessThan(60_000);
	});

	it('it may go earlier than the gate says, as a last try, and opens the gate', () => {
		const client = refusedAfter(4).start(100).finish(150, 'throttled').start(151).finish(200, 'accepted');
		expect(client.nextStart(200)).toBe(200);
	});

	it('asking when does not change the answer', () => {
		const client = refusedAfter(4).start(100).finish(150, 'throttled');
		const answers = Array.from({ length: 5 }, () => client.nextStart(150));
		expect(new Set(answers).size).toBe(1);
	});
});

describe('Retry-After is honoured to the letter, without jitter', () => {
	it.each([0, 0.5, 0.999])('random %f', (random) => {
		expect(refusedAfter(4, random, 4000).nextStart(100)).toBe(4100);
	});

	it('when a look is refused, too', () => {
		const client = refusedAfter(4).start(100).finish(150, 'throttled', 1, 7000);
		expect(client.nextStart(150)).toBe(7150);
	});

	it('the longest one counts if several replies ask for a wait', () => {
		const client = new Client().start(0, 2).finish(50, 'throttled', 1, 1000).finish(60, 'throttled', 1, 9000);
		expect(client.nextStart(60)).toBe(9060);
	});

	it('without one the wait has jitter, so that several runs do not fall together', () => {
		const [one, other] = [0, 0.999].map((random) =>
			refusedAfter(4, random).start(100).finish(150, 'throttled').nextStart(150),
		);
		expect(one).not.toBe(other);
	});
});

describe('a limit on concurrency is told from one on time', () => {
	it('refused with others, then accepted alone: soon as many go together as the server takes', () => {
		const client = refusedAfter(4).start(100).finish(150, 'accepted');
		const together: number[] = [];
		for (let now = 150; now < 20_000; now += 50) {
			const count = client.startAll(now, 10);
			client.finish(now + 50, 'accepted', Math.min(count, 4)).finish(now + 50, 'throttled', count - 4);
			if (now > 10_000) together.push(count);
		}
		expect(Math.min(...together)).toBeGreaterThanOrEqual(3);
		expect(Math.max(...together)).toBeLessThanOrEqual(5);
	});

	it('refused alone: the gate is shut for a while', () => {
		const client = refusedAfter(4).start(100).finish(150, 'throttled');
		expect(client.startAll(150, 10)).toBe(0);
	});
});

describe('what a window takes is sent at once when it opens', () => {
	it('ten in a second', () => {
		const client = new Client();
		const accepted = Array.from({ length: 60 }, (): number[] => []);
		for (let now = 0; now < 60_000; now++) {
			if (client.nextStart(now) > now) continue;
			const window = accepted[Math.floor(now / 1000)]!;
			client.start(now).finish(now, window.length < 10 ? 'accepted' : 'throttled');
			if (window.length < 10) window.push(now);
		}
		const learned = accepted.slice(30);
		expect(learned.filter((window) => window.length < 10).length).toBeLessThanOrEqual(1);
		// Evenly spread they would take 900 ms.
		const spans = learned.map((window) => window.at(-1)! - window[0]!).sort((a, b) => a - b);
		expect(spans[15]).toBeLessThan(300);
	});
});
