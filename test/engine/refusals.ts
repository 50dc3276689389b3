import type { NodeResult } from '../n8nEngine/runNode';
import { PROFILE } from './campaign';
import { CONTINUE, ERROR_OUTPUT, STOP, type On } from './onError';
import { failedItem, text, type FailedFields } from './shapes';

/** What is shown of a refused item's key and profile name; as they are, unless told. */
export type Came = { key?: null; profileName?: null };
export const NOT_READ: Came = { key: null, profileName: null };

/** What each mode of On Error makes of items that are all refused: none may leave by the success branch unmarked. */
export function expectAllRefused(
	{ success, failed, error }: NodeResult,
	onError: On,
	keys: readonly unknown[],
	fields: FailedFields,
	came: Came = {},
): void {
	const refused = keys.map((contact, item) =>
		failedItem(item, came.key === null ? null : String(contact), fields, {
			input: onError === ERROR_OUTPUT ? { contact } : undefined,
			profileName: came.profileName === null ? null : PROFILE,
		}),
	);
	expect(success).toStrictEqual(onError === CONTINUE ? refused : []);
	expect(failed).toStrictEqual(onError === ERROR_OUTPUT ? refused : []);
	expect(error && { name: error.name, itemIndex: error.context.itemIndex }).toEqual(
		onError === STOP ? { name: 'NodeOperationError', itemIndex: 0 } : undefined,
	);
}

const OF_DELETING = /delete profiles|this delete|profile was|been deleted|If Profile Not Found/i;

/** What each mode of On Error makes of items that all fail in an operation that deletes nothing. */
export function expectEachItemFails(
	{ success, failed, error, tasks }: NodeResult,
	onError: On,
	fields: Pick<FailedFields, 'code' | 'httpStatus'> & { message?: string },
): void {
	const json = { error: { message: text, description: text, ...fields } };
	const items = tasks.Source?.[0]?.data?.main?.[0] ?? [];
	const each = items.map((input, item) => ({
		json: onError === ERROR_OUTPUT ? { ...input.json, ...json } : json,
		pairedItem: { item },
	}));
	expect(success).toStrictEqual(onError === CONTINUE ? each : []);
	expect(failed).toStrictEqual(onError === ERROR_OUTPUT ? each : []);
	expect(error && { message: error.message, itemIndex: error.context.itemIndex }).toEqual(
		onError === STOP ? { message: fields.message ?? text, itemIndex: 0 } : undefined,
	);
	expect(JSON.stringify([success, failed, error?.message, error?.description])).not.toMatch(OF_DELETING);
}
