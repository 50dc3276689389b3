import { idealMs } from '../../../bench/throttle/ideal';
import type { ThrottleRule } from '../../../simulator/throttles';

describe('the ideal time is what a client needs that knows the rule and the server’s clock', () => {
	const fixed: ThrottleRule = { kind: 'fixed', limit: 10, windowMs: 1000 };
	const sliding: ThrottleRule = { kind: 'sliding', limit: 10, windowMs: 1000 };
	const bucket: ThrottleRule = { kind: 'bucket', perSecond: 10, burst: 5 };

	it.each<[string, ThrottleRule, number, number, number]>([
		['no limit: the round trips of 20 requests, ten at once', { kind: 'none' }, 0, 20, 100],
		['fixed: 25 requests need a third window', fixed, 0, 25, 2050],
		['fixed: the first window began earlier', fixed, -400, 25, 1650],
		['sliding: the eleventh request when the first is a second old', sliding, 0, 20, 1050],
		['bucket: its burst, then one a token', bucket, 0, 10, 550],
		['concurrency: two at once instead of ten', { kind: 'concurrent', limit: 2 }, 0, 10, 250],
	])('%s', (_name, rule, startedAt, items, ideal) => {
		expect(idealMs(rule, startedAt, items, 50, 10)).toBe(ideal);
	});
});
