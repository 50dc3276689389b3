/**
 * The wait between two looks is at least this share of the time since the throttle shut: few looks, and yet none far too
 * late. Random up to its double, so that runs that share a throttle do not fall together.
 */
const SHARE = 0.15;
/** But never longer than this (ms, up to its double): a window that others use up is open for a moment only. */
const LONGEST = 2000;
/**
 * Some throttles shut anew with each refused request and open only to who keeps quiet. So there is a minute without a
 * look (ms after it shut), away from the usual lengths of windows: 60, 120, 300 s.
 */
const QUIET = { from: 72_000, to: 137_000 };

/** While the throttle is shut, one request at a time looks whether it has opened. All times in ms. */
export class Looks {
	isShut = false;
	isUnderWay = false;
	/** When the next one may start. */
	nextAt = 0;
	/** When the last one that was refused started. */
	refusedAt = -Infinity;
	/** Until when a reply asked to wait. */
	notBefore = -Infinity;
	private shutAt = 0;

	constructor(private readonly random: () => number) {}

	/**
	 * A request was refused, or a look not heard of.
	 *
	 * @param at when it started
	 * @param since from when the waits grow
	 * @param least the shortest wait
	 */
	plan(now: number, at: number, since: number, least: number): void {
		if (!this.isShut) this.shutAt = at;
		this.isShut = true;
		const wait = Math.min(Math.max(least, (now - since) * SHARE), LONGEST) * (1 + this.random());
		const gone = now + wait - this.shutAt;
		const isQuiet = gone > QUIET.from && gone < QUIET.to;
		this.nextAt = isQuiet ? this.shutAt + QUIET.to : now + wait;
		// A wait that the API names is kept to the letter.
		if (this.notBefore > now) this.nextAt = this.notBefore;
	}
}
