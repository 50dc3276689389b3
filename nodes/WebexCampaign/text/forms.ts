// What is never closed runs to the end of the text: so no part of a hostile page is read twice.
const SCRIPT = /<(script|style)\b[^>]*(?:$|>.*?(?:<\/\1\s*>|$))/gis;
const COMMENT = /<!--.*?(?:-->|$)/gs;
const TAG = /<[/a-z!?][^>]*(?:>|$)/gi;

export const withoutTags = (text: string, instead: string): string =>
	text.replace(SCRIPT, instead).replace(COMMENT, instead).replace(TAG, instead);

/** HTML's names of the signs in ASCII, each before its sign. */
const HTML_NAMES = new Map(
	'excl!quot"num#dollar$percnt%amp&apos\'lpar(rpar)ast*plus+comma,period.sol/colon:semi;lt<equals=gt>quest?commat@lsqb[lbrack[bsol\\rsqb]rbrack]hat^lowbar_underbar_grave`lcub{lbrace{verbar|vert|rcub}rbrace}'
		.match(/[a-z]+./g)
		?.map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

const character = (code: string, base: 10 | 16): string => String.fromCharCode(parseInt(code, base));

const JSON_ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{0*([\da-f]{1,6})\})/gi;
const HTML_ESCAPE = /&(?:amp;)*(?:#0*(\d{1,7})(?:;|(?!\d))|#x0*([\da-f]{1,6})(?:;|(?![\da-f]))|([a-z]{2,20});)/gi;
const URL_ESCAPE = /%(?:25)*([\da-f]{2})/gi;

/** Each takes one way of writing a text away, however often it was used: backslashes before backslashes, `&amp;amp;`, `%2525`. */
const DECODERS: Array<(text: string) => string> = [
	(text) =>
		text
			.replace(JSON_ESCAPE, (_, x?: string, u?: string, inBraces = '') => character(x ?? u ?? inBraces, 16))
			.replaceAll('\\', ''),
	(text) =>
		text.replace(HTML_ESCAPE, (_, decimal?: string, hex?: string, name = '') =>
			// A name that is not here is a blank or something of that kind.
			decimal ? character(decimal, 10) : hex ? character(hex, 16) : (HTML_NAMES.get(name.toLowerCase()) ?? ''),
		),
	(text) => text.replace(URL_ESCAPE, (_, hex: string) => character(hex, 16)),
];

/** JSON in HTML in a URL. */
const MOST_WRAPPINGS = 3;

/** What can break a text up unseen is left in, or taken out: an API key may hold what looks like it. */
const UNBROKEN: Array<(text: string) => string> = [
	(text) => text,
	(text) => withoutTags(text.replace(/\\[nrtbf]/g, ''), ''),
];

/**
 * What a text may stand for, less all but the printable ASCII characters that an API key can have: as it is, and decoded step
 * by step. Takes time in proportion to the text.
 */
export function formsOf(text: string): string[] {
	const forms = new Set<string>();
	for (const unbroken of UNBROKEN) {
		let form = printable(unbroken(text));
		forms.add(form);
		for (let round = 0; round < MOST_WRAPPINGS; round++) {
			for (const decode of DECODERS) {
				form = printable(unbroken(decode(form)));
				forms.add(form);
			}
		}
	}
	return [...forms];
}

const printable = (text: string): string => text.replace(/[^\x21-\x7E]+/g, '');
