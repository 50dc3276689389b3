import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { deleteBody, type ProfileToDelete } from '../../../../api/deleteProfile';
import { failedItem } from '../../../../output/failedItem';
import type { Refusal } from '../../../../result';
import type { Failure, Outcome } from '../run/outcome';
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

/** What is the same for all items of a run. */
interface Run {
	hasErrorOutput: boolean;
	/** Where a dry run would have sent its requests. */
	url?: string;
}

/** Output items in input order, each linked to its input item. */
export const toItems = (records: readonly ItemRecord[], run: Run): INodeExecutionData[] =>
	records.map((record, item) => toItem(record, item, run));

function toItem(record: ItemRecord, item: number, { hasErrorOutput, url }: Run): INodeExecutionData {
	const { outcome, profile, attempts, duplicateOf } = record;
	const names = { key: profile?.key ?? null, profileName: profile?.profileName ?? null };
	const duplicate: IDataObject = duplicateOf === undefined ? {} : { duplicateOf };
	if (outcome.status === 'failed') {
		const text = { ...outcome, ...failureText(outcome, attempts) };
		const columns = hasErrorOutput ? {} : failedColumns(outcome.outcome, names);
		return failedItem(text, item, { outcome: outcome.outcome, ...names, attempts, ...duplicate }, columns);
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

/** The columns of a successful item. `deleted` is null if nobody knows. */
export const failedColumns = (
	outcome: Failure['outcome'],
	names: { key: string | null; profileName: string | null } = { key: null, profileName: null },
): IDataObject => ({
	deleted: outcome === 'unknown' ? null : false,
	status: outcome,
	...names,
	transactionId: null,
});

/** Whether failed items leave by a branch of their own; else On Error is 'Continue', or 'Stop'. */
export const hasErrorOutput = (context: IExecuteFunctions): boolean =>
	context.getNode().onError === 'continueErrorOutput';
