/** Ends what n8n or somebody else said with a full stop, so that the next sentence does not run into it. */
export const asSentence = (text: string): string => (/[.!?…]"?$/.test(text) ? text : `${text}.`);
