/**
 * How the server limits requests. The reference page names no limit, window, scope or header (only "throttle limit
 * reached for the time window"), so every common kind is here. Pure: the clock is passed in, in ms.
 */
export interface Throttle {
	/** Called as a request arrives. A refused request counts nowhere, but in a lockout. */
	arrive(now: number): Admission;
	/** Called when an accepted request's reply leaves. */
	leave(now: number): void;
	/** The earliest time, `now` or later, at which a lone request is accepted; Infinity if only a leave can tell. */
	opensAt(now: number): number;
}

export interface Admission {
	accepted: boolean;
	/** Only of a refusal, and only if the rule says so: whole seconds, rounded up as servers do. */
	retryAfterSeconds?: number;
	/** How the header is to be written. */
	retryAfterAs?: 'seconds' | 'date';
}

export type ThrottleRule =
	| { kind: 'none' }
	/** `limit` requests in each window; windows follow each other from `startedAt` on. */
	| { kind: 'fixed'; limit: number; windowMs: number; retryAfter?: 'seconds' | 'date' }
	/** `limit` requests in any `windowMs`. */
	| { kind: 'sliding'; limit: number; windowMs: number; retryAfter?: 'seconds' | 'date' }
	/** A token bucket, full at first. */
	| { kind: 'bucket'; perSecond: number; burst: number }
	/** `limit` requests between arrive and leave. */
	| { kind: 'concurrent'; limit: number }
	/** As `sliding`, but each refusal shuts the door for `lockMs` from then on: it opens only to who keeps quiet. */
	| { kind: 'lockout'; limit: number; windowMs: number; lockMs: number }
	/** Each rule holds from `afterMs` after `startedAt` until the next one's; the first begins at 0. */
	| { kind: 'sequence'; steps: { afterMs: number; rule: ThrottleRule }[] };

export function makeThrottle(rule: ThrottleRule, startedAt: number): Throttle {
	switch (rule.kind) {
		case 'none':
			return { arrive: () => ({ accepted: true }), leave: () => {}, opensAt: (now) => now };
		case 'fixed':
			return windowed(rule, fixedWindow(rule.limit, rule.windowMs, startedAt));
		case 'sliding':
			return windowed(rule, slidingWindow(rule.limit, rule.windowMs));
		case 'bucket':
			return windowed({}, tokenBucket(rule.perSecond, rule.burst, startedAt));
		case 'concurrent':
			return concurrencyLimit(rule.limit);
		case 'lockout':
			return lockout(slidingWindow(rule.limit, rule.windowMs), rule.lockMs);
		case 'sequence':
			return sequence(rule.steps, startedAt);
	}
}

/** What limits by time have in common: they know when they open, and count what they accept. */
interface TimeLimit {
	opensAt(now: number): number;
	count(now: number): void;
}

function windowed(rule: { retryAfter?: 'seconds' | 'date' }, limit: TimeLimit): Throttle {
	return {
		arrive(now) {
			const waitMs = limit.opensAt(now) - now;
			if (waitMs <= 0) {
				limit.count(now);
				return { accepted: true };
			}
			const retryAfterSeconds = Math.ceil(waitMs / 1000);
			return rule.retryAfter
				? { accepted: false, retryAfterSeconds, retryAfterAs: rule.retryAfter }
				: { accepted: false };
		},
		leave: () => {},
		opensAt: limit.opensAt,
	};
}

function fixedWindow(limit: number, windowMs: number, startedAt: number): TimeLimit {
	let endsAt = startedAt;
	let accepted = 0;
	return {
		opensAt: (now) => (now >= endsAt || accepted < limit ? now : endsAt),
		count(now) {
			if (now >= endsAt) {
				// Counted on from the last end, so that a request right at the end is in the next window.
				endsAt += windowMs * (1 + Math.floor((now - endsAt) / windowMs));
				accepted = 0;
			}
			accepted++;
		},
	};
}

function slidingWindow(limit: number, windowMs: number): TimeLimit {
	// The last `limit` acceptances, as a ring: the oldest one decides.
	const accepted = new Array<number>(limit).fill(-Infinity);
	let oldest = 0;
	return {
		opensAt: (now) => Math.max(now, accepted[oldest]! + windowMs),
		count(now) {
			accepted[oldest] = now;
			oldest = (oldest + 1) % limit;
		},
	};
}

function tokenBucket(perSecond: number, burst: number, startedAt: number): TimeLimit {
	// The time at which the bucket is, or was, full: what it lacks now is the time until then.
	let fullAt = startedAt;
	const msPerToken = 1000 / perSecond;
	return {
		opensAt: (now) => Math.max(now, fullAt - (burst - 1) * msPerToken),
		count(now) {
			fullAt = Math.max(now, fullAt) + msPerToken;
		},
	};
}

function concurrencyLimit(limit: number): Throttle {
	let inService = 0;
	return {
		arrive() {
			if (inService >= limit) return { accepted: false };
			inService++;
			return { accepted: true };
		},
		leave() {
			// After a change of rule the first leaves are of requests that an earlier rule let in.
			inService = Math.max(0, inService - 1);
		},
		opensAt: (now) => (inService < limit ? now : Infinity),
	};
}

function lockout(limit: TimeLimit, lockMs: number): Throttle {
	let lockedUntil = -Infinity;
	const opensAt = (now: number) => Math.max(limit.opensAt(now), lockedUntil);
	return {
		arrive(now) {
			const accepted = opensAt(now) <= now;
			if (accepted) limit.count(now);
			else lockedUntil = now + lockMs;
			return { accepted };
		},
		leave: () => {},
		opensAt,
	};
}

function sequence(steps: { afterMs: number; rule: ThrottleRule }[], startedAt: number): Throttle {
	const throttles = steps.map(({ afterMs, rule }) => makeThrottle(rule, startedAt + afterMs));
	const inForce = (now: number) => {
		const next = steps.findIndex(({ afterMs }) => startedAt + afterMs > now);
		return next === -1 ? steps.length - 1 : Math.max(0, next - 1);
	};
	return {
		arrive: (now) => throttles[inForce(now)]!.arrive(now),
		leave: (now) => throttles[inForce(now)]!.leave(now),
		opensAt(now) {
			const step = inForce(now);
			const changeAt = startedAt + (steps[step + 1]?.afterMs ?? Infinity);
			const opensAt = throttles[step]!.opensAt(now);
			return opensAt < changeAt ? opensAt : this.opensAt(changeAt);
		},
	};
}
