import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { allItemsInvalid, concludeRun } from '../../../nodes/WebexCampaign/resources/profile/delete/output/concludeRun';
import { deleted, failure, notAttempted, record, times } from './records';

/** n8n, as far as the end of a run meets it. */
function contextWith(onError: INode['onError'], items = 3) {
	const warn = jest.fn();
	const addExecutionHints = jest.fn();
	const context = {
		continueOnFail: () => onError !== undefined && onError !== 'stopWorkflow',
		getExecuteData: () => undefined,
		getNode: () => ({ name: 'Webex Campaign', type: 'webexCampaign', parameters: {}, onError }),
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		getExecutionId: () => '42',
		getWorkflow: () => ({ id: 'w1', name: 'Erasure', active: false }),
		logger: { warn },
		addExecutionHints,
	} as unknown as IExecuteFunctions;
	return { context, warn, addExecutionHints };
}

const someFailed = [record(deleted), record(failure()), record(notAttempted)];

describe('On Error decides what a failed item becomes', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('%s: an item and a hint', (onError) => {
		const { context, addExecutionHints } = contextWith(onError);
		expect(concludeRun(context, someFailed)).toHaveLength(3);
		const where = onError === 'continueErrorOutput' ? /see the error branch/ : /see the items with 'error'/;
		expect(addExecutionHints).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringMatching(where) }));
	});

	it.each([undefined, 'stopWorkflow'] as const)('%s: one thrown error, no hint', (onError) => {
		const { context, addExecutionHints } = contextWith(onError);
		expect(() => concludeRun(context, someFailed)).toThrow('Webex Campaign does not know this profile name');
		expect(addExecutionHints).not.toHaveBeenCalled();
	});

	it('an n8n that knows no hints is no obstacle', () => {
		const { context } = contextWith('continueErrorOutput');
		delete (context as { addExecutionHints?: unknown }).addExecutionHints;
		expect(concludeRun(context, someFailed)).toHaveLength(3);
	});
});

describe('a cancelled run', () => {
	it.each([undefined, 'continueErrorOutput'] as const)('returns what it has and leaves one line: %s', (onError) => {
		const { context, warn, addExecutionHints } = contextWith(onError);
		const records = [...times(1200, deleted), ...times(3, failure({ outcome: 'unknown' })), ...times(7, notAttempted)];
		const report = { end: { why: 'cancelled' }, throttleWait: 0 } as const;
		expect(concludeRun(context, records, report)).toHaveLength(1210);
		expect(warn.mock.calls).toEqual([
			['Webex Campaign, execution 42 of workflow w1 "Erasure": cancelled. 1,200 deleted, 3 unknown, 7 not attempted'],
		]);
		expect(addExecutionHints).not.toHaveBeenCalled();
	});
});

describe('a reason that all items share refuses each of them', () => {
	const reason = {
		ok: false,
		message: "The option 'Dry Run' is neither true nor false",
		description: 'Mend it.',
		code: 'INVALID_PARAMETER',
		httpStatus: null,
	} as const;

	it('in the Continue modes, one by one', () => {
		const items = allItemsInvalid(contextWith('continueErrorOutput').context, reason);
		expect(items).toHaveLength(3);
		expect(items[2]).toMatchObject({
			pairedItem: { item: 2 },
			json: {
				error: {
					message: reason.message,
					code: 'INVALID_PARAMETER',
					outcome: 'notDeleted',
					attempts: 0,
					key: null,
				},
			},
		});
	});

	it('otherwise by one error', () => {
		expect(() => allItemsInvalid(contextWith(undefined).context, reason)).toThrow(reason.message);
	});
});
