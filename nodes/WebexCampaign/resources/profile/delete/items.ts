import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { deleteBody, type ProfileToDelete } from '../../../api/deleteProfile';
import { failedItem } from '../../failedItem';
import type { Reason } from '../../../result';
import { failureText } from '../failureTexts';
import type { Failure, History, Job, Outcome } from './outcome';

/** All that is known about one input item when the run is over. */
export interface ItemRecord {
	outcome: Outcome;
	/** Requests sent for it, those that the throttle refused included. null: nobody knows. */
	attempts: number | null;
	/** null: the item is invalid, or the run ended before it was read. */
	profile: ProfileToDelete | null;
	/** Of an invalid item: as they came. */
	came?: Names;
	/** Index of the earlier item that names the same profile and was sent in its stead. */
	duplicateOf?: number;
}

/** What an item is called in the output. */
export type Names = { key: string | null; profileName: string | null };

/** An item that can't be sent as it is. */
export const invalidItem = (
	{ message, description, code, httpStatus }: Reason,
	came?: Names,
	outcome: 'notDeleted' | 'unknown' = 'notDeleted',
): ItemRecord => ({
	outcome: { status: 'failed', outcome, code, httpStatus, text: { message, description } },
	attempts: 0,
	profile: null,
	came,
});

/** What became of an item's job. @throws Error if nobody knows, which is a bug */
export function recordOf({ profile, items }: Job, { outcome, attempts }: History, item: number): ItemRecord {
	if (!outcome) throw new Error(`Item ${item} has no outcome`);
	return { outcome, attempts, profile, ...(item === items[0] ? {} : { duplicateOf: items[0] }) };
}

/** Output items in input order, each linked to its input item. `hasErrorOutput`: failed ones leave by their own branch. */
export const toItems = (records: readonly ItemRecord[], hasErrorOutput: boolean): INodeExecutionData[] =>
	records.map(({ outcome, profile, came, attempts, duplicateOf }, item) => {
		const { key, profileName }: Names = profile ?? came ?? { key: null, profileName: null };
		const names = { key, profileName };
		const duplicate: IDataObject = duplicateOf === undefined ? {} : { duplicateOf };
		if (outcome.status === 'failed') {
			const reason = { ...outcome, ...failureText(outcome, attempts, profile?.key) };
			const columns = hasErrorOutput ? {} : failedColumns(outcome.outcome, names);
			return failedItem(reason, item, { outcome: outcome.outcome, ...names, attempts, ...duplicate }, columns);
		}
		const json: IDataObject = {
			deleted: isDeleted(outcome),
			status: outcome.status,
			...names,
			transactionId: outcome.status === 'deleted' ? outcome.transactionId : null,
			...(outcome.status === 'dryRun' &&
				profile && { request: { method: 'POST', url: outcome.url, body: deleteBody(profile) } }),
			...duplicate,
		};
		return { json, pairedItem: { item } };
	});

/** The columns that a successful item has too. */
function failedColumns(outcome: Failure['outcome'], names: IDataObject): IDataObject {
	return { deleted: outcome === 'unknown' ? null : false, status: outcome, ...names, transactionId: null };
}

/** True only where the API confirmed it; null where nobody can tell. */
const isDeleted = ({ status }: Outcome): boolean | null => (status === 'goneAfterRetry' ? null : status === 'deleted');
