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
				'It holds an object or a list. Let its expression end in a single field, such as {{ $json.ticket }}.',
			);
		filledIn[name] = text;
	}
	return valid(filledIn);
}

/** undefined: an object or a list. Dates, JavaScript's or Luxon's, become ISO text; one that is none has none. */
function auditText(value: unknown): string | undefined {
	if (typeof value !== 'object') return String(value);
	const isDate = Object.prototype.toString.call(value) === '[object Date]' || 'isLuxonDateTime' in (value as object);
	return isDate ? ((value as Date).toJSON() ?? undefined) : undefined;
}
