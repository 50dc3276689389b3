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
		`\\\\{0,4}${escapePattern(character)}`,
		`\\\\{1,2}u00${hex}`,
		`&#0{0,5}${number};`,
		`&#[xX]0{0,5}${hex};`,
		...(name ? [`&${name};`] : []),
		`%${hex}`,
	].join('|')})`;
}

const escapePattern = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
