import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { deleteBody } from '../api/deleteRequest';
import { failedItem } from './failed';
import { failureText } from './failureText';
import type { ItemRecord } from './itemRecord';

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
		...(outcome.status === 'dryRun' && profile
			? { request: { method: 'POST', url, body: deleteBody(profile) } }
			: {}),
		...duplicate,
	};
	return { json, pairedItem: { item } };
}
