/**
 * 'Max Throttle Wait': the longest time without one accepted request. It bounds being blocked, not the job, and starts
 * again with each request that the throttle lets through. All times in ms.
 */
export class Patience {
	private blockedSince: number | undefined;

	constructor(private readonly limit: number) {}

	accepted(): void {
		this.blockedSince = undefined;
	}

	/** @returns whether to give up now: no time is left, or the API asks for a wait that goes beyond it */
	refused(now: number, retryAfter = 0): boolean {
		this.blockedSince ??= now;
		return this.limit === 0 || now >= this.end || now + retryAfter > this.end;
	}

	/** The moment for a last probe; Infinity while nothing is blocked. */
	get end(): number {
		return this.blockedSince === undefined ? Infinity : this.blockedSince + this.limit;
	}
}
