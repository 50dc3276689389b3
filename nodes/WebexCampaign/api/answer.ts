/** What one reply, or the lack of one, means. Outcomes are decided from answers, never from exceptions. */
export type Answer =
	| { kind: 'deleted'; transactionId: string }
	| { kind: 'notFound'; httpStatus: number; detail: string }
	/** Refused by the throttle, not executed. `retryAfter` in ms, if the API named a wait. */
	| { kind: 'throttled'; httpStatus: number; detail: string; retryAfter?: number }
	/** Final for this item; with `endsRun` every other item would fare the same. */
	| ({ kind: 'failed'; outcome: 'notDeleted' | 'unknown'; endsRun: boolean } & Told)
	/** Worth another attempt; not if no such host was ever found. */
	| ({ kind: 'fault'; mayHaveBeenExecuted: boolean; unknownHost?: true } & Told);

export interface Told {
	code: string;
	httpStatus: number | null;
	/** Cleaned text from outside. */
	detail: string;
}
