/** More places than this are taken as this many: what the gate holds must not grow with the job. */
const MOST = 20_000;

/** When the requests started that the server counts: accepted, under way, or never heard of (ms, in order). */
export class Starts {
	private times: number[] = [];

	get count(): number {
		return this.times.length;
	}

	/** 1 is the latest one. -Infinity if there are not so many. */
	fromEnd(n: number): number {
		return this.times[this.times.length - n] ?? -Infinity;
	}

	/** How many are later than that. */
	since(from: number): number {
		let n = 0;
		while (this.fromEnd(n + 1) > from) n++;
		return n;
	}

	add(now: number): void {
		// Seldom, and then many at once: to move them all for each request would cost more.
		if (this.times.push(now) > 2 * MOST) this.times.splice(0, MOST);
	}

	/** The server did not count it. */
	remove(at: number): void {
		const index = this.times.lastIndexOf(at);
		if (index >= 0) this.times.splice(index, 1);
	}

	forgetAllBut(at: number): void {
		this.times = [at];
	}
}
