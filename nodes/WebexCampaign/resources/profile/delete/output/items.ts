import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { deleteBody, type ProfileToDelete } from '../../../../api/deleteProfile';
import { failedItem } from '../../../../output/failedItem';
import type { Reason } from '../../../../result';
import type { DeleteJob, Failure, Outcome } from '../run/deleteJob';
import { failureText } from './failureText';

/** All that is known about one input item when the run is over. */
export interface ItemRecord {
	outcome: Outcome;
	/** Requests sent for it, those that the throttle refused included. */
	attempts: number;
	/** null: the item is invalid, or the run ended before it was read. */
	profile: ProfileToDelete | null;
	/** Index of the earlier item that names the same profile and was sent in its stead. */
	duplicateOf?: number;
}

/** An item that can't be sent as it is. */
export const invalidItem = ({ message, description, code, httpStatus }: Reason): ItemRecord => ({
	outcome: { status: 'failed', outcome: 'notDeleted', code, httpStatus, text: { message, description } },
	attempts: 0,
	profile: null,
});

/** What became of an item's job. @throws Error if nobody knows, which is a bug */
export function recordOf(job: DeleteJob | undefined, item: number): ItemRecord {
	if (!job?.outcome) throw new Error(`Item ${item} has no outcome`);
	const { outcome, attempts, profile, items } = job;
	return { outcome, attempts, profile, ...(item === items[0] ? {} : { duplicateOf: items[0] }) };
}

/** Output items in input order, each linked to its input item. `hasErrorOutput`: failed ones leave by their own branch. */
export const toItems = (records: readonly ItemRecord[], hasErrorOutput: boolean): INodeExecutionData[] =>
	records.map(({ outcome, profile, attempts, duplicateOf }, item) => {
		const names = { key: profile?.key ?? null, profileName: profile?.profileName ?? null };
		const duplicate: IDataObject = duplicateOf === undefined ? {} : { duplicateOf };
		if (outcome.status === 'failed') {
			const reason = { ...outcome, ...failureText(outcome, attempts) };
			const columns = hasErrorOutput ? {} : failedColumns(outcome.outcome, names);
			return failedItem(reason, item, { outcome: outcome.outcome, ...names, attempts, ...duplicate }, columns);
		}
		const json: IDataObject = {
			deleted: outcome.status === 'deleted' || outcome.status === 'goneAfterRetry',
			status: outcome.status,
			...names,
			transactionId: outcome.status === 'deleted' ? outcome.transactionId : null,
			...(outcome.status === 'dryRun' &&
				profile && { request: { method: 'POST', url: outcome.url, body: deleteBody(profile) } }),
			...duplicate,
		};
		return { json, pairedItem: { item } };
	});

/** The columns of a successful item. `deleted` is null if nobody knows. */
export function failedColumns(outcome: Failure['outcome'], names: IDataObject): IDataObject {
	return { deleted: outcome === 'unknown' ? null : false, status: outcome, ...names, transactionId: null };
}
