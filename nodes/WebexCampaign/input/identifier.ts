import { stripInvisible } from '../text/stripInvisible';
import { accepted, refused, type Checked, type Refused } from './checked';

const NOTHING = /^(?:undefined|null|nan)$/i;
/** An expression typed into a field that was never switched to 'Expression' is sent as it stands. */
const UNRESOLVED = '{{';
const STRINGIFIED_OBJECT = '[object Object]';

/**
 * The rules that 'Key' and 'Profile Name' share: text, or a number that is exactly what was written; trimmed, without
 * zero-width characters. A number that lost digits, or text that stands for nothing, would name another profile.
 *
 * @param field the field's display name
 */
export function checkIdentifier(field: string, value: unknown): Checked<string> {
	const text = toText(value);
	if (text === undefined) return refuseKind(field, value);
	const identifier = stripInvisible(text);
	if (identifier === '' || NOTHING.test(identifier)) {
		return refused(
			`'${field}' is empty`,
			`Fill in '${field}'. If it holds an expression, the field that it names is missing or empty in this item.`,
		);
	}
	if (identifier.includes(UNRESOLVED)) {
		return refused(
			`'${field}' holds an expression that was not resolved`,
			`Switch '${field}' from 'Fixed' to 'Expression', so that n8n replaces the part in curly brackets.`,
		);
	}
	if (identifier.includes(STRINGIFIED_OBJECT)) {
		return refuseKind(field, {});
	}
	return accepted(identifier);
}

/** undefined: the value's kind can't be an identifier. Nothing at all becomes an empty text. */
function toText(value: unknown): string | undefined {
	if (value === undefined || value === null || Number.isNaN(value)) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
	return undefined;
}

function refuseKind(field: string, value: unknown): Refused {
	if (typeof value === 'number' && Number.isInteger(value)) {
		return refused(
			`'${field}' holds a number with too many digits`,
			'The last digits of a number that long are lost. Have it delivered as text by the node or the file before.',
		);
	}
	if (typeof value === 'number' || typeof value === 'boolean') {
		return refused(
			`'${field}' holds ${typeof value === 'number' ? 'a number that is not whole' : 'true or false instead of a text'}`,
			`Map a field that holds a text or a whole number to '${field}'.`,
		);
	}
	return refused(
		`'${field}' holds ${Array.isArray(value) ? 'a list' : 'an object'} instead of a text`,
		`Let the expression in '${field}' end in a single field, such as {{ $json.customer.id }}.`,
	);
}
