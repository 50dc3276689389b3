/** Why something can't be done or has failed. */
export interface Reason {
	/** What happened. */
	message: string;
	/** What to do next. */
	description: string;
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
}

export interface NoValue extends Reason {
	ok: false;
}

/** A value, or the reason why there is none. */
export type Result<T> = { ok: true; value: T } | NoValue;

export const valid = <T>(value: T): Result<T> => ({ ok: true, value });

/** No value: unless a code says otherwise, since a parameter can't be sent as it is. */
export function invalid(message: string, description: string, code = 'INVALID_PARAMETER'): NoValue {
	return { ok: false, message, description, code, httpStatus: null };
}
