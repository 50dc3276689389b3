/** A monotonic clock in ms. n8n nodes have no timers of their own; `sleep` comes from n8n-workflow and can't be stopped. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** Sleep in slices, so that a cancelled execution is noticed within half a second and no timer outlives the run for long. */
const SLICE = 500;

/** Waits until something happens or a moment has come. */
export class Alarm {
	private wake = () => {};
	private scheduledFor = Infinity;

	constructor(private readonly clock: Clock) {}

	/** Ends at `moment`, when `ring` is called, or after a slice, whichever is first. */
	async until(moment: number): Promise<void> {
		const at = Math.min(moment, this.clock.now() + SLICE);
		await new Promise<void>((resolve) => {
			this.wake = resolve;
			this.schedule(at);
		});
	}

	ring(): void {
		this.wake();
	}

	/** One sleep serves many waits: another is begun only if it has to end earlier. */
	private schedule(at: number): void {
		if (at >= this.scheduledFor) return;
		this.scheduledFor = at;
		const ms = Math.max(1, Math.ceil(at - this.clock.now()));
		void this.clock.sleep(ms).then(() => {
			if (this.scheduledFor === at) this.scheduledFor = Infinity;
			this.wake();
		});
	}
}
