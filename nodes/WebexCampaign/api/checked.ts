/** A value, or the reason why there is none. */
export type Checked<T> = { ok: true; value: T } | Reason;

export interface Reason {
	ok: false;
	/** What happened. */
	message: string;
	/** What to do next. */
	description: string;
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
}

export const valid = <T>(value: T): Checked<T> => ({ ok: true, value });

/** For what can't be sent as it is. */
export const invalid = (
	message: string,
	description: string,
	code: 'INVALID_PARAMETER' | 'INVALID_CREDENTIAL' = 'INVALID_PARAMETER',
): Reason => ({ ok: false, message, description, code, httpStatus: null });
