import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Invalid } from '../input/checked';
import { concludeRun } from './concludeRun';
import type { ItemRecord } from './itemRecord';

/** An item that can't be sent as it is. */
export const invalidItem = (
	code: 'INVALID_PARAMETER' | 'INVALID_CREDENTIAL',
	{ message, description }: Invalid,
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

/** Every item is invalid, for a reason that they share. */
export function allItemsInvalid(
	context: IExecuteFunctions,
	...reason: Parameters<typeof invalidItem>
): INodeExecutionData[] {
	return concludeRun(context, { records: context.getInputData().map(() => invalidItem(...reason)) });
}
