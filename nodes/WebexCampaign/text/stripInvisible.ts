/** Format characters do not show: direction marks, soft hyphens, zero-width characters. Words and emoji need the joiners. */
const FORMAT = /(?![\u200C\u200D])\p{Cf}/gu;
// The second half begins only where a stretch begins, or it would read each stretch once for every character.
const AT_THE_ENDS = /^[\s\p{Cc}\p{Cf}]+|(?<![\s\p{Cc}\p{Cf}])[\s\p{Cc}\p{Cf}]+$/gu;

/** Removes what travels along when people copy: format characters, and at both ends white space and control characters too. */
export const stripInvisible = (value: string): string => value.replace(FORMAT, '').replace(AT_THE_ENDS, '');
