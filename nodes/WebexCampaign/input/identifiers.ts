import { invalid, valid, type Result } from '../result';
import { withoutInvisible } from '../text/clean';

/** A text that names nothing, or something else than was meant. */
interface Rule {
	pattern: RegExp;
	/** What is wrong; the field's name comes before it. */
	reason: string;
	/** `{field}` stands for its name: an agent's model may be told nothing else. */
	advice: string;
}

/** More digits than spreadsheets keep: they make zeros of the rest. */
const TOO_MANY_DIGITS = 1e15;

/** What can name no key and no profile. */
const RULES: Rule[] = [
	{
		pattern: /^(?:|undefined|null|nan|none|<na>)$/i,
		reason: 'is empty',
		advice: 'Fill in {field}. If it holds an expression, the field that it names is missing or empty in this item.',
	},
	{
		pattern: /^loading\.\.\.$/i,
		reason: 'was read while a spreadsheet was still loading',
		advice: 'Read the spreadsheet again when its formulas have finished.',
	},
	{
		pattern: /undefined/,
		reason: 'is incomplete',
		advice: 'A part of {field} became "undefined": a field that its expression names is missing in this item.',
	},
	{
		pattern: /\{\{/,
		reason: 'holds an expression that was not resolved',
		advice: "Switch {field} from 'Fixed' to 'Expression', so that n8n replaces the part in curly brackets.",
	},
	{
		pattern: /\$\{[^{}]*\}|%%.+%%/,
		reason: 'holds a placeholder that was not replaced',
		advice: 'Replace it where the list is made, or use in {field} an expression such as {{ $json.id }}.',
	},
	{
		pattern: /\[object Object\]/,
		reason: 'holds an object instead of a text',
		advice: 'Let the expression in {field} name single fields, such as {{ $json.customer.id }}.',
	},
];

/** What only a key can't be: most of it comes from spreadsheets. What may be a real key, such as `12E10`, passes. */
const KEY_RULES: Rule[] = [
	{
		// #N/A, #NV, #BEZUG!, #¿NOMBRE?, #DIV/0! and #### in any language
		pattern: /^#(?:#+|NV|GETTING_DATA|\p{L}\/\p{L}|[¡¿]?\p{L}[\p{L}\d/ _]*[!?])$/iu,
		reason: "holds a spreadsheet's own warning instead of a key",
		advice: 'Correct the cell that shows it, or widen its column, then run this item again.',
	},
	{
		// 9,46318E+09
		pattern: /^[+-]?\d+(?:[.,]\d+E[+-]?\d+|E\+\d+)$/i,
		reason: 'was shortened by a spreadsheet',
		advice:
			'It has lost digits. Format the column as text in the spreadsheet, enter the whole key again, and run this item again.',
	},
	{
		// 9463183918.0
		pattern: /^[+-]?\d+\.0+$/,
		reason: 'was made a decimal number',
		advice: 'Leave out the point and the zeros after it: format the column as text where the list is made.',
	},
	{
		// ="0001234" and '0001234
		pattern: /^="[^"]*"$|^'\d/,
		reason: 'still has the marks of a spreadsheet around it',
		advice: 'Leave out the equals sign and the quotation marks, or the apostrophe before the digits.',
	},
	{
		pattern: /[\p{Cc}\u2028\u2029]/u,
		reason: 'holds a line break, a tab or another control character',
		advice: "If these are several keys, make an item of each, for instance with 'Split Out'.",
	},
	{
		// 12345, 67890
		pattern: /^\+?\d{4,}(?:\s*[,;]\s*\+?\d{4,})+[\s,;]*$/,
		reason: 'holds several numbers',
		advice: "Each item deletes one profile. Make an item of each number, for instance with 'Split Out'.",
	},
];

/** The primary key of the profile, as it will be sent: always a text. */
export const checkKey = (value: unknown): Result<string> => checkIdentifier('Key', value, [...RULES, ...KEY_RULES]);

/**
 * The profile name as it will be sent, or null if it is left out. It is left out only if the field itself is blank: an
 * expression that resolves to nothing is refused, since the delete would go to another profile.
 *
 * @param raw the parameter as it is saved in the workflow
 * @param resolved the same after n8n has resolved its expressions
 */
export function checkProfileName(raw: unknown, resolved: unknown): Result<string | null> {
	return isBlank(valueOf(raw)) ? valid(null) : checkIdentifier('Profile Name', valueOf(resolved), RULES);
}

/** A resource locator keeps its value in `value`; a plain text is taken as it is. */
const valueOf = (parameter: unknown): unknown =>
	typeof parameter === 'object' && parameter !== null && '__rl' in parameter
		? (parameter as { value?: unknown }).value
		: parameter;

/** A lone `=` is a field switched to 'Expression' and left empty. */
const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && /^=?\s*$/.test(value));

/**
 * The rules that 'Key' and 'Profile Name' share: text, or a whole number that is exactly what was written, less what came
 * along when it was copied. A value that lost digits, or stands for nothing, would name another profile.
 *
 * @param field the field's display name
 */
function checkIdentifier(field: string, value: unknown, rules: Rule[]): Result<string> {
	const text = asText(value);
	if (text === undefined) return invalid(...wrongKind(field, value));
	const identifier = withoutInvisible(text);
	const broken = rules.find(({ pattern }) => pattern.test(identifier));
	return broken
		? invalid(`'${field}' ${broken.reason}`, broken.advice.replace('{field}', `'${field}'`))
		: valid(identifier);
}

/** undefined: the value's kind can't be an identifier. Nothing at all becomes an empty text. */
function asText(value: unknown): string | undefined {
	if (value === undefined || value === null || Number.isNaN(value)) return '';
	if (typeof value === 'string') return value;
	const keptItsDigits = Number.isInteger(value) && Math.abs(value as number) < TOO_MANY_DIGITS;
	return typeof value === 'bigint' || keptItsDigits ? String(value) : undefined;
}

function wrongKind(field: string, value: unknown): [message: string, description: string] {
	if (Number.isInteger(value)) {
		return [
			`'${field}' holds a number with too many digits`,
			`Spreadsheets keep 15 digits of a number and make zeros of the rest. Format the column as text and enter the whole number again. If the number is right as it is, map it as text: {{ String($json.id) }}.`,
		];
	}
	if (typeof value === 'number' || typeof value === 'boolean') {
		return [
			`'${field}' holds ${typeof value === 'number' ? 'a number that is not whole' : 'true or false instead of a text'}`,
			`Map a field that holds a text or a whole number to '${field}'.`,
		];
	}
	return [
		`'${field}' holds ${Array.isArray(value) ? 'a list' : 'an object'} instead of a text`,
		`Let the expression in '${field}' end in a single field, such as {{ $json.customer.id }}.`,
	];
}
