const HTML_NAMES: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** Makes a text fit to be shown, as far as the API key is concerned. */
export type Mask = (text: string) => string;

/**
 * Makes the function that replaces this API key by `***`, also where each of its characters is written as JSON, HTML or a
 * URL may write it. Make it once a run, since the pattern is dear; whoever holds it holds the key.
 */
export function maskFor(apiKey: string): Mask {
	// A blank in between is what tags and line breaks leave behind.
	const pattern = new RegExp([...apiKey].map(spellings).join(' ?'), 'g');
	return (text) => text.replace(pattern, '***');
}

/** A pattern for one character of a key (printable ASCII); JSON within JSON doubles the backslashes. */
function spellings(character: string): string {
	const number = character.charCodeAt(0);
	const hex = number.toString(16).replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
	const name = HTML_NAMES[character];
	return `(?:${[
		`\\\\{0,4}${character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')}`,
		`\\\\{1,2}u00${hex}`,
		`&#0{0,5}${number};`,
		`&#[xX]0{0,5}${hex};`,
		...(name ? [`&${name};`] : []),
		`%${hex}`,
	].join('|')})`;
}

/** The longest text from outside that is shown. */
export const MAX_LENGTH = 200;

// What is never closed runs to the end of the text: so no part of a hostile page is read twice.
const SCRIPT = /<(script|style)\b[^>]*(?:$|>.*?(?:<\/\1\s*>|$))/gis;
const COMMENT = /<!--.*?(?:-->|$)/gs;
const TAG = /<[/a-z!?][^>]*(?:>|$)/gi;
/** Control characters and those that format without showing: zero-width, soft hyphens, direction marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** No more of a text is looked at: to clean a page of 5 MB would keep n8n from all else for 0.4 s. */
const MOST_READ = 50_000;
/** An API key that the end of what is read cuts in two is no longer than this, however each character is spelled. */
const LONGEST_KEY = 1000;

/**
 * Makes text from outside fit to be shown: the API key masked, tags and control characters removed, white space
 * collapsed, cut to 200 characters. Takes time in proportion to the text, up to 50,000 characters of it.
 */
export function clean(text: string, mask: Mask = (same) => same): string {
	const plain = mask(text.slice(0, MOST_READ))
		.replace(SCRIPT, ' ')
		.replace(COMMENT, ' ')
		.replace(TAG, ' ')
		.replace(INVISIBLE, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	// Again: what broke the key up is now a blank, or gone. Only then is it cut, so that no part of a key stays behind.
	const masked = mask(plain);
	return cut(text.length > MOST_READ ? masked.slice(0, -LONGEST_KEY) : masked);
}

/** A character that is stored as two halves is left out whole. */
const cut = (text: string): string =>
	text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** Ends what n8n or somebody else said with a full stop, so that the next sentence does not run into it. */
export const asSentence = (text: string): string => (/[.!?…]"?$/.test(text) ? text : `${text}.`);

/** What n8n says of something that it could not read. */
export const n8nSays = (thrown: unknown): string =>
	`n8n says: ${asSentence(clean(thrown instanceof Error ? thrown.message : String(thrown)))}`;

/** Format characters do not show: direction marks, soft hyphens, zero-width characters. */
const FORMAT = /(?![\u200C\u200D])\p{Cf}/gu;
/** Words of some scripts and emoji need the two joiners. Beside an ASCII character they are only left over. */
const USELESS_JOINERS = /(?<!\P{ASCII})[\u200C\u200D]+|[\u200C\u200D]+(?!\P{ASCII})/gu;
/** Some letters look blank; the second half begins only where a stretch does, or it would read each stretch once a character. */
const AT_THE_ENDS = /^[\s\p{Cc}\p{Cf}\u3164\u2800]+|(?<![\s\p{Cc}\p{Cf}\u3164\u2800])[\s\p{Cc}\p{Cf}\u3164\u2800]+$/gu;

/** Removes what travels along when people copy: format characters, and at both ends white space and control characters too. */
export const withoutInvisible = (value: string): string =>
	value.replace(FORMAT, '').replace(USELESS_JOINERS, '').replace(AT_THE_ENDS, '');
