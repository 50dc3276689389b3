import { AUDIT_PARAMETER_NAMES } from '../api/deleteProfile';
import { invalid, valid, type Result } from '../result';

/** "Parameter 1 (exparam1)": what the editor calls it below 'Audit Parameters', where longer words would be cut off. */
export const auditParameterTitle = (name: string): string =>
	`Parameter ${AUDIT_PARAMETER_NAMES.indexOf(name) + 1} (${name})`;

/** The audit parameters that are filled in, under the API's own names. Numbers, booleans and dates become text. */
export function checkAuditParameters(resolved: unknown): Result<Record<string, string>> {
	if (resolved === undefined || resolved === null || resolved === '') return valid({});
	if (typeof resolved !== 'object' || Array.isArray(resolved))
		return invalid(
			"'Audit Parameters' is not a list of fields",
			"Fill in the fields of 'Audit Parameters' one by one.",
		);
	const filledIn: Record<string, string> = {};
	for (const name of AUDIT_PARAMETER_NAMES) {
		const value: unknown = (resolved as Record<string, unknown>)[name];
		if (value === undefined || value === null || value === '') continue;
		const text = auditText(value);
		if (text === undefined)
			return invalid(
				`'${auditParameterTitle(name)}' is not a text`,
				'It holds an object, a list or a date that is none. Let its expression end in a single field, such as {{ $json.ticket }}.',
			);
		filledIn[name] = text;
	}
	return valid(filledIn);
}

/** What n8n itself makes of an object that has Luxon's field `isLuxonDateTime`, and of a date of Luxon that is none. */
const NOT_A_TEXT = new Set<unknown>(['[object Object]', 'Invalid DateTime']);

/** undefined: an object or a list. Dates, JavaScript's or Luxon's, become ISO text; one that is none has none. */
function auditText(value: unknown): string | undefined {
	if (typeof value === 'function' || NOT_A_TEXT.has(value)) return undefined;
	if (typeof value !== 'object' || value === null) return String(value);
	return isDate(value) ? (value.toJSON() ?? undefined) : undefined;
}

/**
 * Told by what it can do, whichever realm or copy of Luxon it comes from: any field may come from JSON, which holds no
 * functions. Luxon's durations and intervals have no `toJSDate`.
 */
const isDate = (value: object): value is { toJSON(): string | null } =>
	Object.prototype.toString.call(value) === '[object Date]' ||
	('toJSDate' in value && typeof value.toJSDate === 'function');
