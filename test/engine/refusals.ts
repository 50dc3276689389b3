import type { NodeResult } from '../n8nEngine/runNode';
import { CONTINUE, ERROR_OUTPUT, STOP, type On } from './onError';
import { failedItem, type FailedFields } from './shapes';

/** What each mode of On Error makes of items that are all refused: none may leave by the success branch unmarked. */
export function expectAllRefused(
	{ success, failed, error }: NodeResult,
	onError: On,
	keys: readonly unknown[],
	fields: FailedFields,
): void {
	const refused = keys.map((contact, item) =>
		failedItem(item, null, fields, { input: onError === ERROR_OUTPUT ? { contact } : {} }),
	);
	expect(success).toStrictEqual(onError === CONTINUE ? refused : []);
	expect(failed).toStrictEqual(onError === ERROR_OUTPUT ? refused : []);
	expect(error && { name: error.name, itemIndex: error.context.itemIndex }).toEqual(
		onError === STOP ? { name: 'NodeOperationError', itemIndex: 0 } : undefined,
	);
}
