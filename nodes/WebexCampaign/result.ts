/** A value, or the reason why there is none. */
export type Result<T> = { ok: true; value: T } | Refusal;

export interface Refusal {
	ok: false;
	/** What happened. */
	message: string;
	/** What to do next. */
	description: string;
	/** The API's code as text, or one of ours. */
	code: string;
	httpStatus: number | null;
}

export const valid = <T>(value: T): Result<T> => ({ ok: true, value });

/** For what can't be sent as it is. */
export const invalid = (message: string, description: string, code = 'INVALID_PARAMETER'): Refusal => ({
	ok: false,
	message,
	description,
	code,
	httpStatus: null,
});

export const invalidCredential = (message: string, description: string): Refusal =>
	invalid(message, description, 'INVALID_CREDENTIAL');

/** For a credential whose fields can't be right. */
export const unusableCredential = (reason: string): Refusal =>
	invalidCredential(
		`The credential can't be used: ${reason}`,
		'Open the credential of this node and correct it. n8n tests it when you save it.',
	);
