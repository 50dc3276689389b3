/** The smallest and the largest among some numbers that come and go, however many; without any, ±Infinity. */
export class Extremes {
	/** How often each number is there. */
	private readonly counts = new Map<number, number>();

	add(value: number): void {
		this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
	}

	remove(value: number): void {
		const left = (this.counts.get(value) ?? 0) - 1;
		if (left > 0) this.counts.set(value, left);
		else this.counts.delete(value);
	}

	get smallest(): number {
		return Math.min(...this.counts.keys());
	}

	get largest(): number {
		return Math.max(...this.counts.keys());
	}
}
