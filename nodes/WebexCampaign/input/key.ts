import { accepted, refused, type Checked } from './checked';
import { checkIdentifier } from './identifier';

const SPREADSHEET_ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!']);
/** `9,46318E+09`: digits are lost for good. `12E10` may be a real key and passes. */
const SPREADSHEET_NOTATION = [/^[+-]?\d+[.,]\d+E[+-]?\d+$/i, /^[+-]?\d+E\+\d+$/i];

/** The primary key of the profile, as it will be sent: always a text. */
export function checkKey(value: unknown): Checked<string> {
	const checked = checkIdentifier('Key', value);
	if (!checked.ok) return checked;
	const key = checked.value;
	if (SPREADSHEET_ERRORS.has(key.toUpperCase())) {
		return refused(
			"'Key' holds a spreadsheet's own warning instead of a key",
			`Correct the cell that shows ${key}, then run this item again.`,
		);
	}
	if (SPREADSHEET_NOTATION.some((notation) => notation.test(key))) {
		return refused(
			"'Key' was shortened by a spreadsheet",
			`${key.slice(0, 40)} has lost digits. Format the column as text in the spreadsheet, enter the whole key again, and run this item again.`,
		);
	}
	return accepted(key);
}
