/** Runs what is scheduled in order of time, without waiting for it: hours pass in milliseconds. */
export class VirtualTime {
	now = 0;
	// A binary heap by time; of two at the same time the one scheduled first goes first.
	private readonly heap: { at: number; order: number; action: () => void }[] = [];
	private order = 0;

	at(time: number, action: () => void): void {
		const event = { at: Math.max(time, this.now), order: this.order++, action };
		let child = this.heap.push(event) - 1;
		while (child > 0) {
			const parent = (child - 1) >> 1;
			if (!this.isBefore(child, parent)) break;
			this.swap(child, parent);
			child = parent;
		}
	}

	/** Until nothing is left to do. */
	run(): void {
		while (this.heap.length > 0) {
			const { at, action } = this.heap[0]!;
			this.removeFirst();
			this.now = at;
			action();
		}
	}

	private removeFirst(): void {
		const last = this.heap.pop()!;
		if (this.heap.length === 0) return;
		this.heap[0] = last;
		let parent = 0;
		for (;;) {
			let first = 2 * parent + 1;
			if (first >= this.heap.length) return;
			if (first + 1 < this.heap.length && this.isBefore(first + 1, first)) first++;
			if (!this.isBefore(first, parent)) return;
			this.swap(first, parent);
			parent = first;
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
