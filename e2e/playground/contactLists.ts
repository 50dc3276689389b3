import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysFrom } from '../../simulator/profiles';

/** The contacts that are there, of which each list below has a part of its own. */
export const contacts = { profileName: 'sampleprofile', firstKey: '9463183901', count: 3000 };

/** Longer than the batches of the examples, so that a run can be cancelled between two of them. */
const longList = 1200;

/** For the examples that take a long list: one for each, or the second would find nothing left to do. */
export const listInBatches = keysFrom('9463184301', longList);
export const listForWorkers = keysFrom('9463185501', longList);

/** Writes a CSV file with 300 contacts, to be handed to the example that takes a file. Returns its path. */
export function writeContactList(folder: string): string {
	const path = join(folder, 'contacts.csv');
	writeFileSync(path, ['key', ...keysFrom('9463184001', 300), ''].join('\n'));
	return path;
}
