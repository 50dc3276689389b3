/** What was read from a credential, or the reason why it can't be used: a text for the user. */
export type OrReason<T> = { ok: true; value: T } | { ok: false; reason: string };

export const unusable = (reason: string) => ({ ok: false, reason }) as const;
