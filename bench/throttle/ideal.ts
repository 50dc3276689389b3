import { makeThrottle, type ThrottleRule } from '../../simulator/throttles';

/**
 * The shortest time, in ms, that a client which knows the rule and the clock of the server needs: every request starts
 * as soon as a place is free and the throttle is open. Nothing is refused.
 *
 * @param startedAt when the rule's first window began; the client begins at 0
 * @param cold so many replies at first take up to so many ms longer, and the first request goes alone
 */
export function idealMs(
	rule: ThrottleRule,
	startedAt: number,
	items: number,
	latencyMs: number,
	concurrency: number,
	cold = { replies: 0, ms: 0 },
): number {
	const places = rule.kind === 'concurrent' ? Math.min(rule.limit, concurrency) : concurrency;
	const throttle = makeThrottle(rule.kind === 'concurrent' ? { kind: 'none' } : rule, startedAt);
	// But for the first ones, round trips are all the same here, so places become free in the order in which they were taken.
	const freeAt = new Array<number>(places).fill(0);
	let start = 0;
	for (let item = 0; item < items; item++) {
		start = throttle.opensAt(Math.max(start, freeAt[item % places]!));
		throttle.arrive(start);
		const reply = start + latencyMs + (item < cold.replies ? cold.ms / 2 : 0);
		if (item === 0 && cold.replies > 0) freeAt.fill(reply);
		freeAt[item % places] = reply;
	}
	return start + latencyMs;
}
