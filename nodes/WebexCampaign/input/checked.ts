/** A value that may be sent, or the reason why not: `message` says what happened, `description` what to do next. */
export type Checked<T> = { ok: true; value: T } | Invalid;

export interface Invalid {
	ok: false;
	message: string;
	description: string;
}

export const valid = <T>(value: T): Checked<T> => ({ ok: true, value });

export const invalid = (message: string, description: string): Invalid => ({
	ok: false,
	message,
	description,
});
