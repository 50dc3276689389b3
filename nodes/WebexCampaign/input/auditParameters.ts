import { AUDIT_PARAMETER_NAMES } from '../api/deleteRequest';
import { accepted, refused, type Checked } from './checked';

/** "Parameter 1 (exparam1)": what the editor calls it below 'Audit Parameters', where longer words would be cut off. */
export const auditParameterTitle = (name: string): string =>
	`Parameter ${AUDIT_PARAMETER_NAMES.indexOf(name) + 1} (${name})`;

/** The audit parameters that are filled in, under the API's own names. Numbers and booleans become text. */
export function checkAuditParameters(resolved: unknown): Checked<Record<string, string>> {
	if (resolved === undefined || resolved === null || resolved === '') return accepted({});
	if (typeof resolved !== 'object' || Array.isArray(resolved)) {
		return refused(
			"'Audit Parameters' is not a list of fields",
			"Fill in the fields of 'Audit Parameters' one by one.",
		);
	}
	const filledIn: Record<string, string> = {};
	for (const name of AUDIT_PARAMETER_NAMES) {
		const value: unknown = (resolved as Record<string, unknown>)[name];
		if (value === undefined || value === null || value === '') continue;
		if (!['string', 'number', 'boolean', 'bigint'].includes(typeof value)) {
			return refused(
				`'${auditParameterTitle(name)}' is not a text`,
				`It holds an object or a list. Let its expression end in a single field, such as {{ $json.ticket }}.`,
			);
		}
		filledIn[name] = String(value);
	}
	return accepted(filledIn);
}
