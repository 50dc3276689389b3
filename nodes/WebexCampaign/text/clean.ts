import { formsOf, withoutTags } from './forms';

/** Makes a text fit to be shown, as far as the API key is concerned. */
export type Mask = (text: string) => string;

/** So many characters of an API key in a row are never shown; a shorter key is not shown whole. */
const TOO_MUCH = 16;

/**
 * Makes the function that replaces a text by `***` if this API key, or 16 characters of it in a row, stands in it, however
 * they are written. Make it once a run, since it takes some time; whoever holds it holds the key.
 */
export function maskFor(apiKey: string): Mask {
	const length = Math.min(TOO_MUCH, apiKey.length);
	// Any such stretch of a text holds one of the parts that are looked up, so that not every position must be.
	const partLength = Math.ceil(length / 2);
	const step = length - partLength + 1;
	const forms = formsOf(apiKey);
	const stretches = new Set(forms.flatMap((form) => stretchesOf(form, length)));
	const parts = new Set([...stretches].flatMap((stretch) => stretchesOf(stretch, partLength)));
	const isShownIn = (text: string): boolean => {
		for (let at = 0; at < text.length; at += step) {
			if (!parts.has(text.slice(at, at + partLength))) continue;
			const around = text.slice(Math.max(0, at - step + 1), at + length);
			if (stretchesOf(around, length).some((stretch) => stretches.has(stretch))) return true;
		}
		return false;
	};
	return (text) => (formsOf(text).some(isShownIn) ? '***' : text);
}

/** All parts of a text that have this length; none if it is shorter. */
const stretchesOf = (text: string, length: number): string[] =>
	Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));

/** The longest text from outside that is shown. */
export const MAX_LENGTH = 200;

/** Control characters and those that format without showing: zero-width, soft hyphens, direction marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** No more of a text is shown from: to clean a page of 5 MB would keep n8n from all else for seconds. */
const MOST_READ = 50_000;
/** A key of less than 16 characters that begins before this ends within so many more, however each is spelled. */
const BEYOND = 1000;

/**
 * Makes text from outside fit to be shown: `***` if the API key stands in it, tags and control characters removed, white
 * space collapsed, cut to 200 characters. Takes time in proportion to the text, up to 50,000 characters of it.
 */
export function clean(text: string, mask: Mask = (same) => same): string {
	const plain = withoutTags(mask(text.slice(0, MOST_READ + BEYOND)).slice(0, MOST_READ), ' ')
		.replace(INVISIBLE, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return cut(plain);
}

/** A character that is stored as two halves is left out whole. */
const cut = (text: string): string =>
	text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/**
 * A refused key or profile name as it was resolved, so that its row can be found: a number as text, characters that no table
 * or log can hold as U+FFFD, at most 200 characters. null: there is none, or it is an object, whose content may be anything.
 */
export function shownAsItCame(value: unknown, mask: Mask): string | null {
	if (value === undefined || value === null || typeof value === 'object' || typeof value === 'function') return null;
	return cut(mask(String(value).slice(0, MOST_READ)).replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD'));
}

/** Ends what n8n or somebody else said with a full stop, so that the next sentence does not run into it. */
export const asSentence = (text: string): string => (/[.!?…]"?$/.test(text) ? text : `${text}.`);

/** What n8n says of something that it could not read. */
export const n8nSays = (thrown: unknown): string => `n8n says: ${asSentence(clean(wordsOf(thrown)))}`;

/** Anything can be thrown, also what can't be made a text. */
function wordsOf(thrown: unknown): string {
	try {
		return String(thrown instanceof Error ? thrown.message : thrown);
	} catch {
		return 'nothing that can be shown';
	}
}

/** Format characters do not show: direction marks, soft hyphens, zero-width characters. */
const FORMAT = /(?![\u200C\u200D])\p{Cf}/gu;
/** Words of some scripts and emoji need the two joiners. Beside an ASCII character they are only left over: a stretch of them. */
const USELESS_JOINERS = /(?<!\P{ASCII})[\u200C\u200D]+|(?<![\u200C\u200D])[\u200C\u200D]+(?!\P{ASCII})/gu;
/** Some letters look blank. The second half begins only where a stretch does, or it would read each stretch once a character. */
const AT_THE_ENDS = /^[\s\p{Cc}\p{Cf}\u3164\u2800]+|(?<![\s\p{Cc}\p{Cf}\u3164\u2800])[\s\p{Cc}\p{Cf}\u3164\u2800]+$/gu;

/** Removes what travels along when people copy: format characters, and at both ends white space and control characters too. */
export const withoutInvisible = (value: string): string =>
	value.replace(FORMAT, '').replace(USELESS_JOINERS, '').replace(AT_THE_ENDS, '');
