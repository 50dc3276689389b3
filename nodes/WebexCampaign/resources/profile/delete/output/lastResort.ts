import { NodeApiError, NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { RUN_AGAIN } from '../../../../api/failureTable';
import { failedItem, unforeseenText } from '../../../../output/failedItem';
import { NOT_KNOWN } from './failureText';
import { failedColumns, hasErrorOutput } from './items';

/**
 * Something was thrown that no rule foresaw. In the Continue modes it must not escape, since n8n would send all input items
 * to the success branch. Requests may have been sent before, so nothing is claimed about any item.
 *
 * @throws with On Error 'Stop': the error that was meant for it, or one with this text
 */
export function lastResort(context: IExecuteFunctions, thrown: unknown): INodeExecutionData[] {
	const text = unforeseenText(thrown);
	const description = `Some items may have been deleted. ${RUN_AGAIN} ${text.description}`;
	if (!context.continueOnFail()) {
		if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) throw thrown;
		throw new NodeOperationError(context.getNode(), text.message, { description });
	}
	const message = `${text.message}; ${NOT_KNOWN}`;
	const fields = { outcome: 'unknown', key: null, profileName: null, attempts: null };
	const columns = hasErrorOutput(context) ? {} : failedColumns('unknown');
	return context.getInputData().map((_, item) => failedItem({ ...text, message, description }, item, fields, columns));
}
