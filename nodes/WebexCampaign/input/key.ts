import type { Checked } from '../api/checked';
import { checkIdentifier, type Rule } from './identifier';

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
export const checkKey = (value: unknown): Checked<string> => checkIdentifier('Key', value, KEY_RULES);
