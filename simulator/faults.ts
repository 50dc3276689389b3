import { chance } from './random';

/** What a network, a proxy or a sick server can do to a request, with the words the page shows. */
export const faults = {
	lost: 'The connection is closed without a reply',
	cut: 'The reply ends in the middle',
	hang: 'No reply ever comes',
	drip: 'The reply comes one byte at a time',
	failure: 'A failure of the reference page: code 500, or the one named',
	webPage: 'A web page instead of JSON: HTTP 200, or the status named',
	empty: 'An empty body',
	neitherField: 'JSON with neither transaction id nor code',
	idAndCode: 'JSON with both transaction id and code',
	wrongStatus: 'The true reply to a delete that is executed, but with HTTP 404, or the status named',
	redirect: 'HTTP 302 to another origin',
	echo: "A failure whose description repeats the request's Authorization header",
} as const;

export type Fault = keyof typeof faults;

/**
 * One switched-on fault. It strikes requests that passed authorization and throttle; of several rules the
 * first that strikes counts. (A refused connection can't be had from inside a server that listens: use a
 * closed port.)
 */
export interface FaultRule {
	fault: Fault;
	/** Whether the delete is executed all the same. Default: false. */
	executed?: boolean;
	/** Share of the requests struck, 0 to 1, drawn from seed, key and how often it came. Default: 1. */
	probability?: number;
	/** Strikes no more than this many requests in all. Default: no limit. */
	times?: number;
	/** Strikes no more than the first so many requests of each key. Default: no limit. */
	firstAsks?: number;
	/** Strikes only keys that match this regular expression. */
	keys?: string;
	/** Which API is struck. Default: 'delete'. */
	on?: 'delete' | 'definitions';
	/** For `failure`, `idAndCode` and `echo`: the code; one that is not in the failure table is fine too. */
	code?: number | string;
	/** Overrides the HTTP status of a reply that the fault makes up. */
	httpStatus?: number;
	/** Seconds for a `Retry-After` header of a reply that the fault makes up. */
	retryAfter?: number;
	/** For `drip`: milliseconds from one byte to the next. Default: 100. */
	dripMs?: number;
}

export interface Asked {
	on: 'delete' | 'definitions';
	profileName: string;
	key: string;
	/** 1 for the first request of this key that the throttle let through. */
	ask: number;
}

/** The fault rules in force, with how often each has struck. */
export class FaultSwitches {
	private readonly struck: number[];
	private readonly patterns: (RegExp | null)[];

	constructor(
		private readonly rules: FaultRule[],
		private readonly seed: number,
	) {
		this.struck = rules.map(() => 0);
		this.patterns = rules.map(({ keys }) => (keys === undefined ? null : new RegExp(keys)));
	}

	/** @returns the rule that strikes this request, counted as struck, or null. */
	strike(asked: Asked): FaultRule | null {
		const index = this.rules.findIndex((rule, position) => this.strikes(rule, position, asked));
		if (index < 0) return null;
		this.struck[index]!++;
		return this.rules[index]!;
	}

	private strikes(rule: FaultRule, index: number, asked: Asked): boolean {
		if ((rule.on ?? 'delete') !== asked.on) return false;
		if (this.struck[index]! >= (rule.times ?? Infinity)) return false;
		if (asked.ask > (rule.firstAsks ?? Infinity)) return false;
		if (this.patterns[index]?.test(asked.key) === false) return false;
		const subject = `fault ${index}\n${asked.profileName}\n${asked.key}\n${asked.ask}`;
		return chance(this.seed, subject) < (rule.probability ?? 1);
	}
}
