import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { deleteBody, type ProfileToDelete } from '../../../../api/deleteProfile';
import { failedItem } from '../../../../output/failedItem';
import type { Refusal } from '../../../../result';
import type { Outcome } from '../run/outcome';
import { failureText } from './failureText';

/** All that is known about one input item when the run is over. */
export interface ItemRecord {
	outcome: Outcome;
	/** Requests sent for it, those that the throttle refused included. */
	attempts: number;
	/** null: the input was refused before anything could be sent. */
	profile: ProfileToDelete | null;
	/** Index of the earlier item that names the same profile and was sent in its stead. */
	duplicateOf?: number;
}

/** An item that can't be sent as it is. */
export const invalidItem = ({ message, description, code, httpStatus }: Refusal): ItemRecord => ({
	outcome: { status: 'failed', outcome: 'notDeleted', code, httpStatus, refusal: { message, description } },
	attempts: 0,
	profile: null,
});

/** Output items in input order, each linked to its input item. `url` is where a dry run would have sent its requests. */
export const toItems = (records: readonly ItemRecord[], url: string | undefined): INodeExecutionData[] =>
	records.map((record, item) => toItem(record, item, url));

function toItem(record: ItemRecord, item: number, url: string | undefined): INodeExecutionData {
	const { outcome, profile, attempts, duplicateOf } = record;
	const names = { key: profile?.key ?? null, profileName: profile?.profileName ?? null };
	const duplicate: IDataObject = duplicateOf === undefined ? {} : { duplicateOf };
	if (outcome.status === 'failed') {
		const reason = { ...outcome, ...failureText(outcome, attempts) };
		return failedItem(reason, item, { outcome: outcome.outcome, ...names, attempts, ...duplicate });
	}
	const json: IDataObject = {
		deleted: outcome.status === 'deleted' || outcome.status === 'goneAfterRetry',
		status: outcome.status,
		...names,
		transactionId: outcome.status === 'deleted' ? outcome.transactionId : null,
		...(outcome.status === 'dryRun' && profile ? { request: { method: 'POST', url, body: deleteBody(profile) } } : {}),
		...duplicate,
	};
	return { json, pairedItem: { item } };
}
