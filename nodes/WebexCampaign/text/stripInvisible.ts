/** Zero-width characters that travel along when people copy from web pages and spreadsheets. */
const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;

/** Removes zero-width characters everywhere and white space at both ends. */
export const stripInvisible = (value: string): string => value.replace(ZERO_WIDTH, '').trim();
