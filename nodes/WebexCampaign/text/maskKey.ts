const MASK = '***';

const HTML_NAMES: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** Replaces the API key by `***`, also where each of its characters is written as JSON, HTML or a URL may write it. */
export function maskKey(text: string, apiKey: string): string {
	return apiKey === '' ? text : text.replace(patternOf(apiKey), MASK);
}

/** A run has one key and thousands of texts, so the last pattern is kept. */
let last = { apiKey: '', pattern: /(?!)/g };

function patternOf(apiKey: string): RegExp {
	if (apiKey !== last.apiKey) {
		// A blank in between is what tags and line breaks leave behind.
		last = { apiKey, pattern: new RegExp([...apiKey].map(spellings).join(' ?'), 'g') };
	}
	return last.pattern;
}

/** A pattern for one character of a key (printable ASCII); JSON within JSON doubles the backslashes. */
function spellings(character: string): string {
	const number = character.charCodeAt(0);
	const hex = number.toString(16).replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
	const name = HTML_NAMES[character];
	return `(?:${[
		`\\\\{0,4}${escapePattern(character)}`,
		`\\\\{1,2}u00${hex}`,
		`&#0{0,5}${number};`,
		`&#[xX]0{0,5}${hex};`,
		...(name ? [`&${name};`] : []),
		`%${hex}`,
	].join('|')})`;
}

const escapePattern = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
