import { Throttle, type Permit, type Verdict } from '../../../nodes/WebexCampaign/throttle/throttle';
import { makeThrottle, type ThrottleRule } from '../../../simulator/throttles';

/** A throttle, and the requests that it has under way. */
export class Client {
	private readonly underWay: Permit[] = [];
	readonly throttle;

	constructor(random = 0.5) {
		this.throttle = new Throttle(() => random);
	}

	nextStart(now: number): number {
		return this.throttle.nextStart(now);
	}

	start(now: number, count = 1): this {
		for (let i = 0; i < count; i++) this.underWay.push(this.throttle.start(now));
		return this;
	}

	/** The requests that have been under way for longest end so. */
	finish(now: number, verdict: Verdict, count = 1, retryAfter?: number): this {
		for (const permit of this.underWay.splice(0, count)) this.throttle.finish(permit, verdict, now, retryAfter);
		return this;
	}

	finishLast(now: number, verdict: Verdict, retryAfter?: number): this {
		this.throttle.finish(this.underWay.pop()!, verdict, now, retryAfter);
		return this;
	}

	/** Starts as many at once as the throttle lets through, `most` at most. @returns how many */
	startAll(now: number, most: number): number {
		const before = this.underWay.length;
		while (this.underWay.length - before < most && this.nextStart(now) <= now) this.start(now);
		return this.underWay.length - before;
	}
}

/** One request after the other against a throttle that answers at once. @returns when they started */
export function send(client: Client, rule: ThrottleRule, from: number, to: number) {
	const throttle = makeThrottle(rule, -300);
	const accepted: number[] = [];
	const refused: number[] = [];
	for (let now = from; now < to; now++) {
		while (client.nextStart(now) <= now) {
			const isAccepted = throttle.arrive(now).accepted;
			client.start(now).finish(now, isAccepted ? 'accepted' : 'refused');
			(isAccepted ? accepted : refused).push(now);
		}
	}
	return { accepted, refused };
}

/** At most ten at once, all let through, with replies that take so long, in ms. @returns when they started */
export function sendSlowly(client: Client, replyMs: number, from: number, to: number): number[] {
	const starts: number[] = [];
	const ends: number[] = [];
	for (let now = from; now < to; now++) {
		while (ends[0] === now) client.finish(ends.shift()!, 'accepted');
		for (let started = client.startAll(now, 10 - ends.length); started > 0; started--) {
			starts.push(now);
			ends.push(now + replyMs);
		}
	}
	return starts;
}
