/** The longest text from outside that is shown. */
const MAX_LENGTH = 200;
/** Enough to find 200 characters of text in a web page; bounds the work on a hostile one. */
const MAX_READ = 20_000;
const MASK = '***';

const TAG = /<(?:\/?[a-z!?])[^>]*(?:>|$)/gi;
const SCRIPT = /<(script|style)\b[^>]*>.*?<\/\1\s*>/gis;
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u200B-\u200D\u2060\uFEFF]/g;
/** What may stand between two characters of a key that a reply has broken up. */
const GAP = '(?:<[^>]*>|[\\s\\u0000-\\u001F\\u200B-\\u200D\\u2060\\uFEFF])*';

/**
 * Makes text from outside fit to be shown: the API key masked, tags and control characters removed, white space
 * collapsed, cut to 200 characters. The key is masked before anything is cut, so that no part of it stays behind.
 */
export function clean(text: string, apiKey: string): string {
	const plain = mask(text, apiKey)
		.slice(0, MAX_READ)
		.replace(SCRIPT, ' ')
		.replace(TAG, ' ')
		.replace(INVISIBLE, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return plain.length > MAX_LENGTH ? `${plain.slice(0, MAX_LENGTH - 1)}…` : plain;
}

/** Masks the key as it is, broken up by tags or white space, and as JSON, HTML or a URL would write it. */
function mask(text: string, apiKey: string): string {
	if (apiKey === '') return text;
	const written = [JSON.stringify(apiKey).slice(1, -1), escapeHtml(apiKey), encodeURIComponent(apiKey)];
	const brokenUp = new RegExp([...apiKey].map(escapePattern).join(GAP), 'g');
	return written.reduce((masked, form) => masked.replaceAll(form, MASK), text).replace(brokenUp, MASK);
}

const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const escapePattern = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
