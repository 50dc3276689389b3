import type { Clock } from '../../../nodes/WebexCampaign/run/alarm';

/** A clock that moves on only when nothing is left to do at its moment: hours pass in milliseconds. */
export class VirtualClock implements Clock {
	private time = 0;
	private pending: Array<{ at: number; action: () => void }> = [];

	now(): number {
		return this.time;
	}

	sleep(ms: number): Promise<void> {
		return new Promise((resolve) => this.at(this.time + ms, resolve));
	}

	/** @param moment ms since the clock began */
	at(moment: number, action: () => void): void {
		if (moment < Infinity) this.pending.push({ at: moment, action });
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
			this.moveOn();
		}
	}

	/** To the next moment at which something happens, and does all that happens then. */
	private moveOn(): void {
		const next = this.pending.reduce((earliest, { at }) => Math.min(earliest, at), Infinity);
		if (next === Infinity) throw new Error('Nothing will ever happen again');
		this.time = Math.max(this.time, next);
		const due = this.pending.filter(({ at }) => at <= this.time);
		this.pending = this.pending.filter(({ at }) => at > this.time);
		for (const { action } of due) action();
	}
}
