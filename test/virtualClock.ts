import type { Clock } from '../nodes/WebexCampaign/lane/lane';

/** A clock that moves on only when nothing is left to do at its moment: hours pass in milliseconds. */
export class VirtualClock implements Clock {
	private time = 0;
	// A binary heap by time; of two at the same time the one scheduled first goes first.
	private readonly heap: Array<{ at: number; order: number; action: () => void }> = [];
	private order = 0;

	now(): number {
		return this.time;
	}

	sleep(ms: number): Promise<void> {
		return new Promise((resolve) => this.at(this.time + ms, resolve));
	}

	/** @param moment ms since the clock began */
	at(moment: number, action: () => void): void {
		if (moment === Infinity) return;
		const event = { at: Math.max(moment, this.time), order: this.order++, action };
		let child = this.heap.push(event) - 1;
		while (child > 0) {
			const parent = (child - 1) >> 1;
			if (!this.isBefore(child, parent)) break;
			this.swap(child, parent);
			child = parent;
		}
	}

	/** Lets time pass until the promise is settled. */
	async until<T>(promise: Promise<T>): Promise<T> {
		let settled = false;
		const end = () => {
			settled = true;
		};
		promise.then(end, end);
		for (;;) {
			await new Promise(setImmediate);
			if (settled) return await promise;
			if (this.heap.length === 0) throw new Error('Nothing will ever happen again');
			this.moveOn();
		}
	}

	/** To the next moment at which something happens, and does all that happens then. */
	private moveOn(): void {
		this.time = this.heap[0]!.at;
		while (this.heap[0]?.at === this.time) this.takeFirst().action();
	}

	private takeFirst() {
		const first = this.heap[0]!;
		const last = this.heap.pop()!;
		if (this.heap.length === 0) return first;
		this.heap[0] = last;
		let parent = 0;
		for (;;) {
			let child = 2 * parent + 1;
			if (child >= this.heap.length) return first;
			if (child + 1 < this.heap.length && this.isBefore(child + 1, child)) child++;
			if (!this.isBefore(child, parent)) return first;
			this.swap(child, parent);
			parent = child;
		}
	}

	private isBefore(a: number, b: number): boolean {
		const [one, other] = [this.heap[a]!, this.heap[b]!];
		return one.at < other.at || (one.at === other.at && one.order < other.order);
	}

	private swap(a: number, b: number): void {
		[this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
	}
}
