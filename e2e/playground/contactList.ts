import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysFrom } from '../../simulator/profiles';

/** Writes a CSV file with 300 contacts, to be handed to the example that takes a list. Returns its path. */
export function writeContactList(folder: string): string {
	const path = join(folder, 'contacts.csv');
	writeFileSync(path, ['key', ...keysFrom('9463184001', 300), ''].join('\n'));
	return path;
}
