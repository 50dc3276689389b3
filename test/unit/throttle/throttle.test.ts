import type { Verdict } from '../../../nodes/WebexCampaign/throttle/throttle';
import type { ThrottleRule } from '../../../simulator/throttles';
import { Client, send } from './client';

/** After one accepted request, three more: so many accepted, the rest refused, alone or with a Retry-After. */
const refusedAfter = (accepted: number, random?: number, retryAfter?: number) =>
	new Client(random)
		.start(0)
		.finish(50, 'accepted')
		.start(50, 2)
		.finish(100, 'accepted', accepted)
		.finish(100, 'refused', 2 - accepted, retryAfter);

const TEN_A_SECOND = { kind: 'fixed', limit: 10, windowMs: 1000 } as const;

/** A client that knows ten a second from twenty seconds of it. */
function learned(): Client {
	const client = new Client();
	send(client, TEN_A_SECOND, 0, 20_000);
	return client;
}

describe('Without a refusal the throttle stays out of the way', () => {
	it.each<Verdict>(['accepted', 'inconclusive'])('all requests %s: soon as many at once as asked for', (verdict) => {
		const client = new Client();
		const atOnce: number[] = [];
		for (let now = 0; now < 100_000; now += 100) {
			atOnce.push(client.startAll(now, 50));
			client.finish(now + 50, verdict, 50);
		}
		expect(atOnce.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
		expect(Math.min(...atOnce.slice(6))).toBe(50);
	});
});

describe('While the throttle is shut one request at a time probes whether it has opened', () => {
	it.each([
		['the first refusal shuts it', () => refusedAfter(1), 100],
		['and so does each probe that is refused', () => refusedAfter(1).start(500).finish(520, 'refused'), 520],
		['or whose reply is lost', () => refusedAfter(1).start(500).finish(30_000, 'inconclusive'), 30_000],
	])('%s, for a while', (_, make, now) => {
		const client = make();
		expect(client.nextStart(now)).toBeGreaterThan(now);
		expect(client.nextStart(now)).toBeLessThan(now + 5000);
	});

	it('no other one goes along', () => {
		expect(refusedAfter(1).start(500).nextStart(100_000)).toBe(Infinity);
	});

	it('it may go earlier than the throttle says, as a last probe, and opens it', () => {
		const client = refusedAfter(1).start(101).finish(150, 'accepted');
		expect(client.nextStart(150)).toBeLessThanOrEqual(150);
	});

	it('a lost probe that goes earlier is as good as none', () => {
		const client = refusedAfter(1).start(101).finish(150, 'inconclusive');
		expect(client.start(client.nextStart(150)).nextStart(1000)).toBe(Infinity);
	});

	it('asking when does not change the answer', () => {
		const client = refusedAfter(1);
		expect(new Set(Array.from({ length: 5 }, () => client.nextStart(150))).size).toBe(1);
	});

	it('runs that share a throttle do not probe at the same time', () => {
		expect(refusedAfter(1, 0).nextStart(100)).not.toBe(refusedAfter(1, 0.9).nextStart(100));
	});
});

describe('Retry-After is kept to the letter', () => {
	it.each([0, 0.5, 0.999])('random %f', (random) => {
		expect(refusedAfter(1, random, 4000).nextStart(100)).toBe(4100);
	});

	it.each([
		['when a probe is refused', () => refusedAfter(1).start(500).finish(550, 'refused', 1, 7000), 550, 7550],
		[
			'the longest one counts',
			() => refusedAfter(0, 0, 1000).start(1100).finish(1160, 'refused', 1, 9000),
			1160,
			10_160,
		],
		['of a straggler, too', () => refusedAfter(1).start(100, 2).finish(150, 'refused', 2, 8000), 150, 8150],
		['short after long', () => refusedAfter(1).start(60_000).finish(60_050, 'refused', 1, 1), 60_050, 60_051],
	])('%s', (_, make, now, expected) => {
		expect(make().nextStart(now)).toBe(expected);
	});

	it.each([
		['a request that has started since: it is over', 200, 300],
		['one that was in flight: it tells nothing', 50, 4100],
	])('until a request is accepted: %s', (_, startedAt, next) => {
		const client = new Client().start(0).finish(50, 'accepted').start(50);
		client.start(50).finishLast(100, 'refused', 4000);
		if (startedAt > 50) client.start(startedAt).finishLast(300, 'accepted');
		else client.finish(300, 'accepted');
		expect(client.nextStart(300)).toBe(next);
	});

	it('once the throttle is known', () => {
		const client = learned();
		const at = client.nextStart(20_000);
		expect(client.start(at).finish(at, 'refused', 1, 5500).nextStart(at)).toBe(at + 5500);
	});

	it('of a trial, too, when those that started before it are accepted', () => {
		const client = learned().start(30_000).finish(31_200, 'accepted');
		expect(client.startAll(40_000, 50)).toBe(11);
		expect(client.finishLast(40_100, 'refused', 4000).finish(40_200, 'accepted').nextStart(40_200)).toBe(44_100);
	});
});

describe('A place comes back one window after it was taken', () => {
	it('each place on its own, not all when the last one does', () => {
		const client = learned();
		const first = client.nextStart(20_000);
		client.start(first).finish(first, 'accepted');
		for (let i = 1; i < 10; i++) client.start(first + 20 * i).finish(first + 20 * i, 'accepted');
		const next = client.nextStart(first + 200);
		client.start(next).finish(next, 'accepted');
		expect(client.nextStart(next) - next).toBeGreaterThanOrEqual(15);
		expect(client.nextStart(next) - next).toBeLessThanOrEqual(25);
	});
});

describe('What is known stays true to the throttle', () => {
	it.each([
		['five minutes', 300_000],
		['a week', 604_800_000],
	])('a pause of %s loses at most a window', (_, pause) => {
		const from = 20_000 + pause;
		const { accepted, refused } = send(learned(), TEN_A_SECOND, from, from + 10_000);
		expect(accepted.length).toBeGreaterThanOrEqual(90);
		expect(refused.length).toBeLessThanOrEqual(15);
	});

	it.each([
		['halved', 5, 45],
		['doubled', 20, 170],
	])('nor does a limit that was %s in it', (_, limit, atLeast) => {
		const { accepted } = send(learned(), { ...TEN_A_SECOND, limit }, 320_000, 330_000);
		expect(accepted.length).toBeGreaterThanOrEqual(atLeast);
	});

	it('after a stop, what is overdue starts one by one, not in a burst', () => {
		const client = learned();
		client.start(40_000).finish(40_000, 'refused');
		const at = client.nextStart(40_000);
		client.start(at).finish(at, 'accepted');
		expect(client.startAll(at, 50)).toBe(6);
	});

	it.each<[ThrottleRule, times: number, atLeast: number, atMost: number]>([
		[TEN_A_SECOND, 3, 395, 60],
		[{ kind: 'sliding', limit: 50, windowMs: 1000 }, 20, 300, 60],
	])('%j: a window that has become %i times as long is learned', (rule, times, atLeast, atMost) => {
		const client = new Client();
		send(client, rule, 0, 20_000, { replyMs: 100, atOnce: 10 });
		const longer = { ...rule, windowMs: 1000 * times } as ThrottleRule;
		const { accepted, refused } = send(client, longer, 20_000, 140_000, { replyMs: 100, atOnce: 10 });
		expect(accepted.length).toBeGreaterThanOrEqual(atLeast);
		expect(refused.length).toBeLessThanOrEqual(atMost);
	});

	it('a pause between two lists is no part of the window', () => {
		const client = refusedAfter(0);
		const openedAt = client.nextStart(100);
		client.start(openedAt).finish(openedAt, 'accepted');
		const { accepted } = send(client, { ...TEN_A_SECOND, limit: 100, windowMs: 10_000 }, 400_000, 440_000);
		expect(accepted.length).toBeGreaterThanOrEqual(400);
	});

	it('after a lost probe the next ones keep their distance', () => {
		const client = new Client();
		send(client, { ...TEN_A_SECOND, windowMs: 10_000 }, 0, 50_000);
		const free = client.nextStart(50_000);
		let at = free - 5000;
		client.start(at).finish(at, 'inconclusive');
		let refused = 0;
		for (; (at = client.nextStart(at)) < free - 1000 && refused < 100; refused++)
			client.start(at).finish((at += 50), 'refused');
		expect(refused).toBeLessThan(25);
	});

	it('a quota beyond what is kept of the past is used up', () => {
		const client = new Client();
		const rule = { ...TEN_A_SECOND, limit: 25_000, windowMs: 1000 };
		send(client, rule, 0, 2000);
		expect(send(client, rule, 2700, 3600).accepted.length).toBeGreaterThanOrEqual(24_000);
	});

	it('a window is not looked for in the hours before a burst', () => {
		const client = new Client();
		for (let at = 0; at < 3_600_000; at += 60_000) client.start(at).finish(at, 'accepted');
		const { refused } = send(client, TEN_A_SECOND, 3_600_000, 3_660_000);
		expect(refused.length).toBeLessThan(30);
	});

	it('a probe that is sent before its time, and refused, changes nothing but that', () => {
		const client = learned();
		const before = client.nextStart(20_000);
		client.start(before - 200).finish(before - 200, 'refused');
		expect(client.nextStart(before - 200)).toBe(before);
	});

	it('a request whose reply is lost has taken its place', () => {
		const client = learned();
		client.finish(30_050, 'inconclusive', client.startAll(30_000, 50));
		expect(client.nextStart(30_060)).toBeGreaterThan(31_000);
	});
});

describe('A throttle that shuts anew with each refused request', () => {
	it('is left alone for a minute, once it has been shut for a minute', () => {
		const client = refusedAfter(0);
		const probes: number[] = [];
		for (let at = 100; at < 140_000; ) {
			at = client.nextStart(at);
			client.start(at).finish(at, 'refused');
			probes.push(at);
		}
		expect(probes.filter((at) => at > 60_000 && at < 72_000).length).toBeGreaterThan(2);
		expect(probes.find((at) => at > 72_100)).toBe(137_100);
	});
});

describe('A minute of work takes what the throttle gives, at few refusals', () => {
	const steps = (...limits: number[]): ThrottleRule => ({
		kind: 'sequence',
		steps: limits.map((limit, i) => ({ afterMs: 20_000 * i, rule: { ...TEN_A_SECOND, limit } })),
	});

	// As measured, with room for a few more refusals.
	it.each<[ThrottleRule, replyMs: number, atLeast: number, refused: number]>([
		[TEN_A_SECOND, 20, 605, 62],
		[TEN_A_SECOND, 300, 592, 33],
		[TEN_A_SECOND, 1500, 370, 0],
		[{ kind: 'fixed', limit: 30, windowMs: 2000 }, 150, 895, 31],
		[{ kind: 'sliding', limit: 20, windowMs: 1000 }, 100, 1170, 37],
		[{ kind: 'sliding', limit: 20, windowMs: 1000 }, 300, 980, 13],
		[{ kind: 'bucket', perSecond: 20, burst: 5 }, 100, 1160, 64],
		[steps(10, 2, 30), 100, 805, 61],
		[steps(10, 14, 5), 100, 568, 65],
		[steps(2, 50, 50), 20, 1880, 57],
	])('%j, replies of %i ms', (rule, replyMs, atLeast, atMost) => {
		const { accepted, refused } = send(new Client(), rule, 0, 60_000, { replyMs, atOnce: 10 });
		expect(accepted.length).toBeGreaterThanOrEqual(atLeast);
		expect(refused.length).toBeLessThanOrEqual(atMost);
	});
});

describe('What is held does not grow', () => {
	it('with the number of requests', () => {
		const client = new Client();
		const size = () => JSON.stringify(client.throttle).length;
		const sizes: number[] = [];
		for (let round = 0; round < 5; round++) {
			for (let i = 0; i < 40_000; i++) client.start(i).finish(i, 'accepted');
			sizes.push(size());
		}
		expect(Math.max(...sizes)).toBeLessThan(2 * sizes[0]! + 100);
		expect(sizes[4]).toBeLessThan(300_000);
	});
});
