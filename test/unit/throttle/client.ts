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

/** How long each reply takes, and how many requests may be under way. */
interface Connection {
	replyMs: number;
	atOnce: number;
}

/** Requests, as soon as the client may start them, against a throttle. @returns when they started */
export function send(
	client: Client,
	rule: ThrottleRule,
	from: number,
	to: number,
	{ replyMs, atOnce }: Connection = { replyMs: 0, atOnce: 1 },
) {
	const throttle = makeThrottle(rule, -300);
	const started = { accepted: [] as number[], refused: [] as number[] };
	const replies: Array<{ at: number; verdict: keyof typeof started }> = [];
	const takeReplies = (now: number) => {
		while (replies[0] && replies[0].at <= now) client.finish(now, replies.shift()!.verdict);
	};
	for (let now = from; now < to; now++) {
		takeReplies(now);
		while (replies.length < atOnce && client.nextStart(now) <= now) {
			const verdict = throttle.arrive(now).accepted ? 'accepted' : 'refused';
			client.start(now);
			started[verdict].push(now);
			replies.push({ at: now + replyMs, verdict });
			takeReplies(now);
		}
	}
	for (const { at, verdict } of replies) client.finish(at, verdict);
	return started;
}
