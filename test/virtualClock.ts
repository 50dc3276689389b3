import type { Clock } from '../nodes/WebexCampaign/lane/lane';

/** A clock that moves on only when nothing is left to do at its moment: hours pass in milliseconds. */
export class VirtualClock implements Clock {
	private time = 0;
	/** In the order in which they are due; of two at the same time the one scheduled first comes first. */
	private readonly due: Array<{ at: number; action: () => void }> = [];

	now(): number {
		return this.time;
	}

	sleep(ms: number): Promise<void> {
		return new Promise((resolve) => this.at(this.time + ms, resolve));
	}

	/** @param moment ms since the clock began */
	at(moment: number, action: () => void): void {
		if (moment === Infinity) return;
		const at = Math.max(moment, this.time);
		let [place, end] = [0, this.due.length];
		while (place < end) {
			const middle = (place + end) >> 1;
			if (this.due[middle]!.at <= at) place = middle + 1;
			else end = middle;
		}
		this.due.splice(place, 0, { at, action });
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
			if (this.due.length === 0) throw new Error('Nothing will ever happen again');
			this.moveOn();
		}
	}

	/** To the next moment at which something happens, and does all that happens then. */
	private moveOn(): void {
		this.time = this.due[0]!.at;
		while (this.due[0]?.at === this.time) this.due.shift()!.action();
	}
}
