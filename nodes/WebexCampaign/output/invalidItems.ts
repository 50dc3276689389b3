import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Refused } from '../input/checked';
import { concludeRun } from './concludeRun';
import type { ItemRecord } from './itemRecord';

/** An item that was refused before anything could be sent for it. */
export const refusedItem = (
	code: 'INVALID_PARAMETER' | 'INVALID_CREDENTIAL',
	{ message, description }: Refused,
): ItemRecord => ({
	outcome: {
		status: 'failed',
		outcome: 'notDeleted',
		code,
		httpStatus: null,
		refusal: { message, description },
	},
	attempts: 0,
	profile: null,
});

/** Refuses every item for a reason that they share. */
export function refuseAllItems(
	context: IExecuteFunctions,
	...reason: Parameters<typeof refusedItem>
): INodeExecutionData[] {
	return concludeRun(context, { records: context.getInputData().map(() => refusedItem(...reason)) });
}
