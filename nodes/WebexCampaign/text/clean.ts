import type { Mask } from './maskKey';

/** The longest text from outside that is shown. */
const MAX_LENGTH = 200;

// What is never closed runs to the end of the text: so no part of a hostile page is read twice.
const SCRIPT = /<(script|style)\b[^>]*(?:$|>.*?(?:<\/\1\s*>|$))/gis;
const COMMENT = /<!--.*?(?:-->|$)/gs;
const TAG = /<[/a-z!?][^>]*(?:>|$)/gi;
/** Control characters and those that format without showing: zero-width, soft hyphens, direction marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/**
 * Makes text from outside fit to be shown: the API key masked, tags and control characters removed, white space
 * collapsed, cut to 200 characters. Takes time in proportion to the text.
 */
export function clean(text: string, mask: Mask = (same) => same): string {
	const plain = mask(text)
		.replace(SCRIPT, ' ')
		.replace(COMMENT, ' ')
		.replace(TAG, ' ')
		.replace(INVISIBLE, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	// Again: what broke the key up is now a blank, or gone. Only then is anything cut, so that no part stays behind.
	return cut(mask(plain));
}

/** A character that is stored as two halves is left out whole. */
const cut = (text: string): string =>
	text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** Ends what n8n or somebody else said with a full stop, so that the next sentence does not run into it. */
export const asSentence = (text: string): string => (/[.!?…]"?$/.test(text) ? text : `${text}.`);

/** Format characters do not show: direction marks, soft hyphens, zero-width characters. Words and emoji need the joiners. */
const FORMAT = /(?![\u200C\u200D])\p{Cf}/gu;
// The second half begins only where a stretch begins, or it would read each stretch once for every character.
const AT_THE_ENDS = /^[\s\p{Cc}\p{Cf}]+|(?<![\s\p{Cc}\p{Cf}])[\s\p{Cc}\p{Cf}]+$/gu;

/** Removes what travels along when people copy: format characters, and at both ends white space and control characters too. */
export const withoutInvisible = (value: string): string => value.replace(FORMAT, '').replace(AT_THE_ENDS, '');
