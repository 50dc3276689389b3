/** What one reply, or the lack of one, means. Outcomes are decided from answers, never from exceptions. */
export type Answer =
	| { kind: 'deleted'; transactionId: string }
	| { kind: 'notFound'; httpStatus: number; detail: string }
	/** Refused by the throttle, not executed. `retryAfter` in ms, if the API named a wait. */
	| { kind: 'throttled'; httpStatus: number; detail: string; retryAfter?: number }
	/**
	 * Final for this item; with `endsRun` every other item would fare the same. `usable`: the API itself has spoken, with a
	 * transaction id or a code other than 500, so this is no part of an outage. The three kinds above always are usable.
	 */
	| ({ kind: 'failed'; outcome: 'notDeleted' | 'unknown'; endsRun: boolean; usable: boolean } & Told)
	/** Worth another attempt, and never usable. `unknownHost`: only if the host has been found before. */
	| ({ kind: 'fault'; mayHaveBeenExecuted: boolean; unknownHost?: true } & Told);

export interface Told {
	code: string;
	httpStatus: number | null;
	/** Cleaned text from outside. */
	detail: string;
	/** The reply held a transaction id, which means deleted, and a code, which means not. */
	contradictory?: true;
}
