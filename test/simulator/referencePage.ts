import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PageRow {
	httpStatus: number;
	code: number;
	description: string;
}

/** The failure table as the reference page prints it: a copy of its text, not of anything of ours. */
export function failureTableOfThePage(): PageRow[] {
	const text = readFileSync(join(__dirname, 'failureTable.referencePage.txt'), 'utf8');
	const rows = text.trim().split('\n').slice(2);
	return rows.map((row) => {
		const [httpStatus = '', code = '', description = ''] = row.split('|').map((cell) => cell.trim());
		return { httpStatus: Number(httpStatus), code: Number(code), description };
	});
}
