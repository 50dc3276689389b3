import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Reason } from '../api/checked';
import { concludeRun } from './concludeRun';
import type { ItemRecord } from './itemRecord';

/** An item that can't be sent as it is. */
export const invalidItem = ({ message, description, code, httpStatus }: Reason): ItemRecord => ({
	outcome: { status: 'failed', outcome: 'notDeleted', code, httpStatus, refusal: { message, description } },
	attempts: 0,
	profile: null,
});

/** Every item is invalid, for a reason that they share. */
export const allItemsInvalid = (context: IExecuteFunctions, reason: Reason): INodeExecutionData[] =>
	concludeRun(context, { records: context.getInputData().map(() => invalidItem(reason)) });
