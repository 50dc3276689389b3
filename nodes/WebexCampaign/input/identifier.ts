import { stripInvisible } from '../text/stripInvisible';
import { invalid, valid, type Checked } from '../api/checked';

/** A text that names nothing, or something else than was meant. */
export interface Rule {
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
		advice:
			'Fill in {field}. If it holds an expression, the field that it names is missing or empty in this item.',
	},
	{
		pattern: /^loading\.\.\.$/i,
		reason: 'was read while a spreadsheet was still loading',
		advice: 'Read the spreadsheet again when its formulas have finished.',
	},
	{
		pattern: /undefined/,
		reason: 'is incomplete',
		advice:
			'A part of {field} became "undefined": a field that its expression names is missing in this item.',
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

/**
 * The rules that 'Key' and 'Profile Name' share: text, or a whole number that is exactly what was written, less what came
 * along when it was copied. A value that lost digits, or stands for nothing, would name another profile.
 *
 * @param field the field's display name
 * @param further rules that only this field has
 */
export function checkIdentifier(field: string, value: unknown, further: Rule[] = []): Checked<string> {
	const text = textOf(value);
	if (text === undefined) return invalid(...kindOf(field, value));
	const identifier = stripInvisible(text);
	const broken = [...RULES, ...further].find(({ pattern }) => pattern.test(identifier));
	return broken
		? invalid(`'${field}' ${broken.reason}`, broken.advice.replace('{field}', `'${field}'`))
		: valid(identifier);
}

/** undefined: the value's kind can't be an identifier. Nothing at all becomes an empty text. */
function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null || Number.isNaN(value)) return '';
	if (typeof value === 'string') return value;
	const keptItsDigits = Number.isInteger(value) && Math.abs(value as number) < TOO_MANY_DIGITS;
	return typeof value === 'bigint' || keptItsDigits ? String(value) : undefined;
}

function kindOf(field: string, value: unknown): [message: string, description: string] {
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
