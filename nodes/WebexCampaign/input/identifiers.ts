import { invalid, valid, type NoValue, type Result } from '../result';
import { withoutInvisible } from '../text/clean';

/**
 * A text that names nothing, or something else than was meant: how it is told, what is wrong (the field's name comes before
 * it) and what to do. `{field}` stands for the field's name: an agent's model may be told nothing else.
 */
type Rule = [pattern: Pick<RegExp, 'test'>, reason: string, advice: string];

/** More digits than spreadsheets keep: they make zeros of the rest. */
export const TOO_MANY_DIGITS = 1e15;

/** What n8n's own names begin with, such as `$json.id`, `=$json.id`, `{ $json.id }` and `$('Webhook').item`. */
const N8N_NAME =
	/^[={\s]*\$(?:\(\s*['"`]|(?:json|node|input|binary|items?|itemIndex|runIndex|parameter|prevNode|workflow|execution|vars|env|now|today|fromAI)(?!\w))/;

/** What templates of other tools leave where they did not put a value. */
const TEMPLATE = /[$#]\{[^{]*\}|\{![^{]*\}|\{%|<%|%%[^]+%%|\*\|[^|]+\|\*|\[\[[^[]*\]\]|<no value>/;

/** `"abc"`, `<ann@example.com>`, `<customer number>`, `Ann <ann@example.com>`, `mailto:ann@example.com`, `[Ann](https://…)`. */
const WRAPPED =
	/^[`´\p{QMark}][^]*[`´\p{QMark}]$|^<[^]*>$|<[^<>@]*@[^<>@]*>$|^(?:mailto|tel):|^!?\[[^\]]*\]\([^)]*\)$/iu;

/** An HTML code such as `&amp;`, or an email address or a number that is one only when its `%40` and the like are decoded. */
function isEncoded(text: string): boolean {
	const decoded = text.replace(/%([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	const isAddress = decoded !== text && /^[^\s@]+@[^\s@.]+\.[^@]+$|^\+?[\d\s()./-]+$/.test(decoded);
	return isAddress || /&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d{0,2});/i.test(text);
}

/** Numbers of at least four digits, also in groups, or email addresses. */
function isSeveral(text: string): boolean {
	const areAll = (separator: RegExp, kind: RegExp) => {
		const pieces = text.split(separator).filter((piece) => piece.trim() !== '');
		return pieces.length > 1 && pieces.every((piece) => kind.test(piece.trim()));
	};
	return areAll(/[,;]/, /^\+?(?:[\s()./-]*\d){4,}[\s()./-]*$/) || areAll(/[\s,;]+/, /^[^@]+@[^@]+$/);
}

/** What can name no key and no profile. */
const RULES: Rule[] = [
	[
		/^(?:|undefined|null|nil|nan|nat|none|n\/a|unknown|<na>|<null>|<nil>|\(null\)|\\n)$/i,
		'is empty',
		'Fill in {field}. If it holds an expression, the field that it names is missing or empty in this item.',
	],
	[
		/^loading\.\.\.$/i,
		'was read while a spreadsheet was still loading',
		'Read the spreadsheet again when its formulas have finished.',
	],
	[
		/undefined/,
		'is incomplete',
		'A part of {field} became "undefined": a field that its expression names is missing in this item.',
	],
	[
		/\{\{/,
		'holds an expression that was not resolved',
		"Switch {field} from 'Fixed' to 'Expression', so that n8n replaces the part in curly brackets.",
	],
	[
		N8N_NAME,
		'holds the name of a value instead of the value',
		"Switch {field} from 'Fixed' to 'Expression', and put the name into double curly brackets: {{ $json.id }}.",
	],
	[
		/\[object Object\]|^\[[\s[]*(?:(?:["'\d{-]|null|true|false)[^]*)?\]$|^\{\s*(?:["'][^]*)?\}$/,
		'holds a list or an object as text',
		"Let {field} name one value of it, such as {{ $json.customer.id }}. Make an item of each value of a list, for instance with 'Split Out'.",
	],
	[
		TEMPLATE,
		'holds a placeholder that was not replaced',
		'Replace it where the list is made, or use in {field} an expression such as {{ $json.id }}.',
	],
	[
		WRAPPED,
		'has quotation marks, brackets or a link around it',
		'Enter the text alone, as Webex Campaign stores it: without marks or a name around it, and without "mailto:" or "tel:".',
	],
];

/** After all others: the warnings of a spreadsheet may be signs, too. */
const SIGNS_ALONE: Rule = [
	/^[^\p{L}\p{N}]+$/u,
	'has no letter and no digit',
	'Fill in {field}: it seems that the list has a sign, such as a dash, where it has no value.',
];

/** What only a key can't be: most of it comes from spreadsheets. What may be a real key, such as `12E10`, passes. */
const KEY_RULES: Rule[] = [
	[
		/[\uFFFD\p{Cs}]/u, // the sign for what could not be read, and half a pair
		'has lost letters',
		'They were lost where the list was read: read it again with the encoding in which it was saved, such as UTF-8.',
	],
	[
		{ test: isEncoded },
		'is still encoded for a web page or a web address',
		'Enter it as people read it, such as & for &amp; or @ for %40: decode it where the list is made.',
	],
	[
		/^#(?:#+|NV|GETTING_DATA|\p{L}\/\p{L}|[¡¿]?\p{L}[\p{L}\d/ _]*[!?])$/iu, // #N/A, #NV, #BEZUG!, #¿NOMBRE?, #DIV/0! and #### in any language
		"holds a spreadsheet's own warning instead of a key",
		'Correct the cell that shows it, or widen its column, then run this item again.',
	],
	[
		/^[+-]?\d+(?:[.,]\d+E[+-]?\d+|E\+\d+)$/i, // 9,46318E+09
		'was shortened by a spreadsheet',
		'It has lost digits. Format the column as text in the spreadsheet, enter the whole key again, and run this item again.',
	],
	[
		/^[+-]?(?:\d+(?:\.0*|,0+)|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/, // 9463183918.0, 9463183918,00, 9463183918. and 9,463,183,918
		'was formatted as a number',
		'Leave out commas between its digits, or the point or comma at its end and the zeros after it: format the column as text where the list is made.',
	],
	[
		/^=|^'\d/, // ="0001234", '0001234 and formulas
		'still has the marks of a spreadsheet around it',
		'Leave out the equals sign and what belongs to it, or the apostrophe before the digits.',
	],
	[
		/[\p{Cc}\u2028\u2029]/u,
		'holds a line break, a tab or another control character',
		"If these are several keys, make an item of each, for instance with 'Split Out'.",
	],
	[
		{ test: isSeveral },
		'holds several numbers or email addresses',
		"Each item deletes one profile. Make an item of each of them, for instance with 'Split Out'.",
	],
	[
		/^[,;]|[,;]$/,
		'has a comma or semicolon left over at an end',
		'Leave it out. If there are more keys in the list that it comes from, make an item of each.',
	],
];

/** The primary key of the profile, as it will be sent: always a text. */
export const checkKey = (value: unknown): Result<string> =>
	checkIdentifier('Key', value, [...RULES, ...KEY_RULES, SIGNS_ALONE]);

/**
 * The profile name as it will be sent, or null if it is left out. It is left out only if the field itself is blank: an
 * expression that resolves to nothing is invalid, since the delete would go to another profile. One that was chosen from
 * the list is sent as the list gave it: a profile `Kunden ` is not the profile `Kunden`.
 *
 * @param raw the parameter as it is saved in the workflow
 * @param resolved the same after n8n has resolved its expressions
 */
export function checkProfileName(raw: unknown, resolved: unknown): Result<string | null> {
	const { mode, value: saved } = locatorOf(raw);
	if (isBlank(saved)) return valid(null);
	if (mode === 'list' && typeof saved === 'string' && !saved.startsWith('=')) return valid(saved);
	return checkIdentifier('Profile Name', locatorOf(resolved).value, [...RULES, SIGNS_ALONE]);
}

/** A resource locator keeps its value in `value`, with `__rl` or, as tools write it, without it; a plain text is the value. */
export const locatorOf = (parameter: unknown): { mode?: unknown; value?: unknown } =>
	typeof parameter === 'object' && parameter !== null && 'mode' in parameter ? parameter : { value: parameter };

/** A lone `=` is a field switched to 'Expression' and left empty. */
const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && /^=?\s*$/.test(value));

/**
 * The rules that 'Key' and 'Profile Name' share: text, or a whole number that is exactly what was written, less what came
 * along when it was copied. A value that lost digits, or stands for nothing, would name another profile.
 */
function checkIdentifier(field: string, value: unknown, rules: Rule[]): Result<string> {
	const text = asText(value);
	if (text === undefined) return wrongKind(field, value);
	const identifier = withoutInvisible(text);
	const [, reason, advice = ''] = rules.find(([pattern]) => pattern.test(identifier)) ?? [];
	return reason ? invalid(`'${field}' ${reason}`, advice.replace('{field}', `'${field}'`)) : valid(identifier);
}

/** undefined: the value's kind can't be an identifier. Nothing at all becomes an empty text. */
function asText(value: unknown): string | undefined {
	if (value === undefined || value === null || Number.isNaN(value)) return '';
	if (typeof value === 'string') return value;
	const keptItsDigits = Number.isInteger(value) && Math.abs(value as number) < TOO_MANY_DIGITS;
	return typeof value === 'bigint' || keptItsDigits ? String(value) : undefined;
}

function wrongKind(field: string, value: unknown): NoValue {
	if (Number.isInteger(value))
		return invalid(
			`'${field}' holds a number with too many digits`,
			`Spreadsheets keep 15 digits of a number and make zeros of the rest. Format the column as text and enter the whole number again. If the number is right as it is, map it as text: {{ String($json.id) }}.`,
		);
	if (typeof value === 'number' || typeof value === 'boolean') {
		const what = typeof value === 'number' ? 'a number that is not whole' : 'true or false instead of a text';
		return invalid(`'${field}' holds ${what}`, `Map a field that holds a text or a whole number to '${field}'.`);
	}
	return invalid(
		`'${field}' holds ${Array.isArray(value) ? 'a list' : 'an object'} instead of a text`,
		`Let the expression in '${field}' end in a single field, such as {{ $json.customer.id }}.`,
	);
}
