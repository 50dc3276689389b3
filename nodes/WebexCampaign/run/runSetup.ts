import type { Answer } from '../api/answer';
import type { ProfileToDelete } from '../api/deleteRequest';
import type { RunOptions } from '../input/options';
import type { ThrottleGate } from '../throttle/gate';
import type { Clock } from './alarm';
import type { RunEnd } from './outcome';

export interface RunSetup {
	options: RunOptions;
	/** On Error is 'Stop': the first failed item ends the run. */
	stopAtFailure: boolean;
	/** Sends one delete. Never rejects. */
	send(profile: ProfileToDelete): Promise<Answer>;
	gate: ThrottleGate;
	clock: Clock;
	random(): number;
	isCancelled(): boolean;
	/** Called at least twice a second. */
	onProgress(now: number): void;
}

export interface RunReport {
	/** undefined: every job was settled by an answer. */
	end: RunEnd | undefined;
	/** How long work was held back for the throttle, in ms. */
	throttleWait: number;
}
