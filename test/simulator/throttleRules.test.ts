import { makeThrottle, type ThrottleRule } from '../../simulator/throttles';

/** How many of `count` requests, all arriving at `at`, are accepted. */
function accepted(throttle: ReturnType<typeof makeThrottle>, count: number, at: number): number {
	return Array.from({ length: count }, () => throttle.arrive(at)).filter((reply) => reply.accepted).length;
}

describe("the simulator's throttles accept what their rule allows", () => {
	const fixed: ThrottleRule = { kind: 'fixed', limit: 3, windowMs: 1000 };
	const sliding: ThrottleRule = { kind: 'sliding', limit: 3, windowMs: 1000 };
	const bucket: ThrottleRule = { kind: 'bucket', perSecond: 10, burst: 3 };
	const change: ThrottleRule = {
		kind: 'sequence',
		steps: [
			{ afterMs: 0, rule: { kind: 'none' } },
			{ afterMs: 1000, rule: fixed },
		],
	};

	it.each<[what: string, rule: ThrottleRule, acceptedAt: Record<number, number>]>([
		['none: all of them', { kind: 'none' }, { 0: 5 }],
		[
			'fixed: the limit in each window, and the windows stay where they are',
			fixed,
			{ 900: 3, 999: 0, 1000: 3, 1999: 0, 5500: 3 },
		],
		['sliding: the limit in any window', sliding, { 900: 3, 1899: 0, 1900: 3 }],
		['bucket: the burst, then the rate, and never more than the burst', bucket, { 0: 3, 99: 0, 100: 1, 5000: 3 }],
		['concurrent: the limit at once', { kind: 'concurrent', limit: 2 }, { 0: 2 }],
		[
			'lockout: nothing for so long after the last refusal',
			{ kind: 'lockout', limit: 3, windowMs: 1000, lockMs: 2000 },
			{ 0: 3, 999: 0, 2998: 0, 4998: 3 },
		],
		['sequence: the rule of the moment', change, { 999: 5, 1000: 3, 2000: 3 }],
	])('%s', (_name, rule, acceptedAt) => {
		const throttle = makeThrottle(rule, 0);
		const moments = Object.keys(acceptedAt).map(Number);
		expect(moments.map((at) => accepted(throttle, 5, at))).toEqual(Object.values(acceptedAt));
	});

	it('lets another request in when one leaves, if concurrency is what is limited', () => {
		const throttle = makeThrottle({ kind: 'concurrent', limit: 2 }, 0);
		accepted(throttle, 2, 0);
		throttle.leave(10);
		expect(accepted(throttle, 5, 10)).toBe(1);
	});

	it('counts windows from its start', () => {
		const throttle = makeThrottle(fixed, 400);
		expect([accepted(throttle, 5, 1300), accepted(throttle, 5, 1400)]).toEqual([3, 3]);
	});
});

describe('a refusal tells the wait in whole seconds, rounded up, if the rule says so', () => {
	it.each<[string, ThrottleRule, number, object]>([
		['nothing', { kind: 'fixed', limit: 1, windowMs: 5000 }, 100, { accepted: false }],
		[
			'seconds of a fixed window',
			{ kind: 'fixed', limit: 1, windowMs: 5000, retryAfter: 'seconds' },
			1200,
			{ accepted: false, retryAfterSeconds: 4, retryAfterAs: 'seconds' },
		],
		[
			'a date of a sliding window',
			{ kind: 'sliding', limit: 1, windowMs: 5000, retryAfter: 'date' },
			4999,
			{ accepted: false, retryAfterSeconds: 1, retryAfterAs: 'date' },
		],
	])('%s', (_name, rule, at, refusal) => {
		const throttle = makeThrottle(rule, 0);
		throttle.arrive(0);
		expect(throttle.arrive(at)).toEqual(refusal);
	});
});

describe('a throttle knows when it opens', () => {
	it.each<[string, ThrottleRule, number]>([
		['none: at once', { kind: 'none' }, 300],
		['fixed: with the next window', { kind: 'fixed', limit: 2, windowMs: 1000 }, 1000],
		['sliding: a window after the oldest', { kind: 'sliding', limit: 2, windowMs: 1000 }, 1200],
		['bucket: with the next token', { kind: 'bucket', perSecond: 4, burst: 2 }, 450],
		[
			'lockout: as sliding, as long as nothing is refused',
			{ kind: 'lockout', limit: 2, windowMs: 400, lockMs: 900 },
			600,
		],
		['concurrent: nobody knows', { kind: 'concurrent', limit: 2 }, Infinity],
		[
			'sequence: with a change of rule',
			{
				kind: 'sequence',
				steps: [
					{ afterMs: 0, rule: { kind: 'concurrent', limit: 2 } },
					{ afterMs: 700, rule: { kind: 'none' } },
				],
			},
			700,
		],
	])('%s', (_name, rule, opensAt) => {
		const throttle = makeThrottle(rule, 0);
		accepted(throttle, 2, 200);
		expect(throttle.opensAt(300)).toBe(opensAt);
	});
});
