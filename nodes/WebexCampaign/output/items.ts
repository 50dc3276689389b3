import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { deleteBody } from '../api/deleteRequest';
import type { Failure } from '../run/outcome';
import { failureText } from './failureText';
import type { ItemRecord } from './itemRecord';

/** Output items in input order, each linked to its input item. `url` is where a dry run would have sent its requests. */
export const toItems = (records: readonly ItemRecord[], url: string | undefined): INodeExecutionData[] =>
	records.map((record, item) => ({ json: toJson(record, url), pairedItem: { item } }));

/**
 * A failed item has the single top-level key `error`, an object: the one shape that every n8n routes to the error branch
 * and leaves intact. A successful item never has that key.
 */
function toJson(record: ItemRecord, url: string | undefined): IDataObject {
	const { outcome, profile, attempts } = record;
	const duplicate = record.duplicateOf === undefined ? {} : { duplicateOf: record.duplicateOf };
	if (outcome.status === 'failed') return { error: { ...toError(outcome, record), attempts, ...duplicate } };
	return {
		deleted: outcome.status === 'deleted' || outcome.status === 'goneAfterRetry',
		status: outcome.status,
		key: profile?.key ?? null,
		profileName: profile?.profileName ?? null,
		transactionId: outcome.status === 'deleted' ? outcome.transactionId : null,
		...(outcome.status === 'dryRun' && profile
			? { request: { method: 'POST', url, body: deleteBody(profile) } }
			: {}),
		...duplicate,
	};
}

const toError = (failure: Failure, { profile, attempts }: ItemRecord): IDataObject => ({
	...failureText(failure, attempts),
	code: failure.code,
	httpStatus: failure.httpStatus,
	outcome: failure.outcome,
	key: profile?.key ?? null,
	profileName: profile?.profileName ?? null,
});
