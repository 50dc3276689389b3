/** A value that may be sent, or the reason why not: `message` says what happened, `description` what to do next. */
export type Checked<T> = { ok: true; value: T } | Refused;

export interface Refused {
	ok: false;
	message: string;
	description: string;
}

export const accepted = <T>(value: T): Checked<T> => ({ ok: true, value });

export const refused = (message: string, description: string): Refused => ({
	ok: false,
	message,
	description,
});
