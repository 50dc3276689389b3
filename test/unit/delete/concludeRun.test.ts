import { NodeApiError, NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { checkOptions, type RunOptions } from '../../../nodes/WebexCampaign/input/options';
import {
	allItemsInvalid,
	concludeRun,
	lastResort,
	stopError,
} from '../../../nodes/WebexCampaign/resources/profile/delete/concludeRun';
import type { ItemRecord } from '../../../nodes/WebexCampaign/resources/profile/delete/items';
import { EarlierTries } from '../../../nodes/WebexCampaign/resources/profile/delete/earlierTries';
import { NEVER_SENT, type Failure } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { invalid } from '../../../nodes/WebexCampaign/result';
import { deleted, failure, notAttempted, record, times } from './records';

const node = { name: 'Webex Campaign', type: 'webexCampaign', parameters: {} } as unknown as INode;

/** n8n, as far as the end of a run over three items meets it. */
function contextWith(onError: INode['onError']) {
	const warn = jest.fn();
	const addExecutionHints = jest.fn();
	const context = {
		continueOnFail: () => onError !== undefined && onError !== 'stopWorkflow',
		getExecuteData: () => undefined,
		getNode: () => ({ ...node, onError }),
		getInputData: () => Array(3).fill({ json: {} }),
		getExecutionId: () => '42',
		getWorkflow: () => ({ id: 'w1', name: 'Erasure', active: false }),
		logger: { warn },
		addExecutionHints,
	} as unknown as IExecuteFunctions;
	return { context, warn, addExecutionHints };
}

const reportOf = (records: ItemRecord[]) => ({ records, throttleWait: 0 });
const someFailed = [record(deleted), record(failure()), record(notAttempted)];
const unknown = failure({ outcome: 'unknown', code: 'TIMED_OUT', httpStatus: null, said: undefined });

describe('On Error decides what a failed item becomes', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('%s: an item and a hint', (onError) => {
		const { context, addExecutionHints } = contextWith(onError);
		expect(concludeRun(context, reportOf(someFailed))).toHaveLength(3);
		const where = onError === 'continueErrorOutput' ? /see the error branch/ : /see the items with 'error'/;
		expect(addExecutionHints).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringMatching(where) }));
	});

	it.each([undefined, 'stopWorkflow'] as const)('%s: one thrown error, no hint', (onError) => {
		const { context, addExecutionHints } = contextWith(onError);
		expect(() => concludeRun(context, reportOf(someFailed))).toThrow(textIfNotDeleted({ code: '102' }).message);
		expect(addExecutionHints).not.toHaveBeenCalled();
	});

	it('without one, and with nothing to tell, there is no hint', () => {
		const { context, addExecutionHints } = contextWith('stopWorkflow');
		expect(concludeRun(context, reportOf(times(3, deleted)))).toHaveLength(3);
		expect(addExecutionHints).not.toHaveBeenCalled();
	});

	it('an n8n that knows no hints is no obstacle', () => {
		const { context } = contextWith('continueErrorOutput');
		delete (context as { addExecutionHints?: unknown }).addExecutionHints;
		expect(concludeRun(context, reportOf(someFailed))).toHaveLength(3);
	});
});

it.each([undefined, 'continueErrorOutput'] as const)(
	'a cancelled run returns what it has and leaves one line: %s',
	(onError) => {
		const { context, warn, addExecutionHints } = contextWith(onError);
		const records = [...times(1200, deleted), ...times(3, unknown), ...times(7, notAttempted)];
		const report = { records, end: { why: 'cancelled' }, throttleWait: 0 } as const;
		expect(concludeRun(context, report)).toHaveLength(1210);
		expect(warn.mock.calls).toEqual([
			['Webex Campaign, execution 42 of workflow w1 "Erasure": cancelled. 1,200 deleted, 3 unknown, 7 not attempted'],
		]);
		expect(addExecutionHints).not.toHaveBeenCalled();
	},
);

describe('a reason that all items share refuses each of them', () => {
	const reason = invalid("The option 'Dry Run' is neither true nor false", 'Mend it.');

	it('in the Continue modes, one by one', () => {
		const items = allItemsInvalid(contextWith('continueErrorOutput').context, new EarlierTries(), reason);
		expect(items).toHaveLength(3);
		const { message, code } = reason;
		const error = expect.objectContaining({ message, code, outcome: 'notDeleted', attempts: 0, key: null });
		expect(items[2]).toEqual({ pairedItem: { item: 2 }, json: { error } });
	});

	it('otherwise by one error', () => {
		expect(() => allItemsInvalid(contextWith(undefined).context, new EarlierTries(), reason)).toThrow(reason.message);
	});
});

describe('something that no rule foresaw', () => {
	const leak = new Error('Bearer s3cret');
	const report = (where: string) => `Please report this to the makers of the node\\. Technical detail: ${where}\\.$`;
	const access = { endpoint: 'https://a.example', apiKey: 'k', credential: {} };
	const profile = { key: '1', profileName: null, auditParameters: {} };
	const sent = new EarlierTries();
	sent.remember([{ profile, items: [0] }], [{ ...NEVER_SENT, attempts: 1 }], undefined, access);
	const stopped = (thrown: unknown) => () => lastResort(contextWith('stopWorkflow').context, sent, thrown);

	it('never escapes in the Continue modes, and claims nothing', () => {
		const [, last] = lastResort(contextWith('continueRegularOutput').context, sent, leak);
		const origin = report('Error at concludeRun\\.test\\.ts:\\d+:\\d+');
		const names = { key: null, profileName: null };
		expect(last).toStrictEqual({
			json: {
				deleted: null,
				status: 'unknown',
				...names,
				transactionId: null,
				error: {
					message: 'The node came to an unforeseen end; it is not known whether the profile was deleted',
					description: expect.stringMatching(`^Some items may have been deleted\\. .*\\. ${origin}`),
					code: 'RUN_STOPPED',
					httpStatus: null,
					outcome: 'unknown',
					...names,
					attempts: null,
				},
			},
			pairedItem: { item: 1 },
		});
	});

	it.each([
		['a text', 'Bearer s3cret', 'a thrown string'],
		['nothing', undefined, 'a thrown undefined'],
	])('so it is if %s was thrown', (_name, thrown, where) => {
		const [first] = lastResort(contextWith('continueErrorOutput').context, sent, thrown);
		expect(first!.json).toEqual({
			error: expect.objectContaining({ description: expect.stringMatching(report(where)) }),
		});
	});

	it('before the first request it is no doubt about any item', () => {
		const [first] = lastResort(contextWith('continueErrorOutput').context, new EarlierTries(), leak);
		const description = expect.stringMatching(/^Nothing was sent\. Please report this/);
		const error = { message: 'The node came to an unforeseen end', description, outcome: 'notDeleted', attempts: 0 };
		expect(first!.json).toEqual({ error: expect.objectContaining(error) });
	});

	it('is one error otherwise, without its own words', () => {
		const description = expect.stringMatching(/^Some items may have been deleted\. /);
		expect(stopped(leak)).toThrow(
			expect.objectContaining({ message: expect.stringMatching(/^The node came to an unforeseen end/), description }),
		);
	});

	it('but the error that was meant for it is passed on', () => {
		const meant = new NodeOperationError(node, 'boom');
		expect(stopped(meant)).toThrow(meant);
	});
});

const options = (checkOptions({}, []) as { value: RunOptions }).value;

type Stop = Error & { description: string; httpCode?: string; context: { itemIndex: number } };
const stop = (records: ItemRecord[], given: RunOptions | undefined = options) =>
	stopError(node, records, given) as Stop | undefined;

describe("On Error 'Stop': one error is thrown, for the failed item of lowest index", () => {
	it('without a failed item there is none', () => {
		expect(stop([...times(3, deleted), record({ status: 'notFound' })])).toBeUndefined();
		expect(stop([])).toBeUndefined();
	});

	it('with what a failed item says, and its index', () => {
		const error = stop([...times(2, deleted), record(failure()), record(failure({ code: '1010' }))]);
		expect(error).toBeInstanceOf(NodeApiError);
		const { message, description } = textIfNotDeleted({ code: '102' });
		expect(error).toMatchObject({ message, httpCode: '102', context: { itemIndex: 2 } });
		expect(error!.description).toContain(`${description} Webex Campaign said: "Invalid profile id"`);
	});

	it.each<[string, Failure, string]>([
		["the API's own code", failure({ code: '1020' }), '1020'],
		['else the HTTP status', failure({ code: 'UNEXPECTED_REPLY', httpStatus: 404 }), '404'],
		['a code that n8n may take for one of its own', failure({ code: 'ENOTFOUND', httpStatus: 400 }), '400'],
		['without a reply, our own', unknown, 'TIMED_OUT'],
	])('n8n shows as error code %s', (_name, failed, httpCode) => {
		expect(stop([record(failed)])?.httpCode).toBe(httpCode);
	});

	it('an item that was not attempted is not the one that failed', () => {
		const error = stop([record(notAttempted), record(deleted), record(failure())]);
		expect(error?.context.itemIndex).toBe(2);
		expect(stop([record(deleted), record(notAttempted)])?.context.itemIndex).toBe(1);
	});

	it('refused input is a NodeOperationError', () => {
		const text = { message: "'Key' is empty", description: "Fill in 'Key'." };
		const refused = failure({ code: 'INVALID_PARAMETER', httpStatus: null, said: undefined, text });
		const error = stop([record(notAttempted), record(refused, { attempts: 0, profile: null })]);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: "'Key' is empty", context: { itemIndex: 1 } });
		expect(error?.description).toBe("Fill in 'Key'. Not attempted: item 0. Items are counted from 0.");
	});
});

describe('its description says what became of the others, indexes from 0, and how to go on', () => {
	it('in groups', () => {
		const first = [...times(37, deleted), record(failure()), record(unknown), record(deleted)];
		expect(stop([...first, ...times(60, notAttempted)])?.description).toMatch(
			/ Deleted: items 0-36, 39\. Unknown: 38\. Not attempted: 40-99\. Items are counted from 0\. To run the rest again, set 'If Profile Not Found' to 'Continue'\.$/,
		);
	});

	it('every kind of end has its own words', () => {
		const others = [deleted, { status: 'goneAfterRetry' }, { status: 'notFound' }, failure(), unknown] as const;
		const records = [failure(), ...others, notAttempted].map((outcome) => record(outcome));
		expect(stop(records)?.description).toContain(
			'Deleted: item 1. Gone after retry (check the key): 2. Not found: 3. Not deleted: 4. Unknown: 5. Not attempted: 6.',
		);
	});

	it.each<[string, ItemRecord[], RunOptions | undefined, boolean]>([
		['something was deleted', [record(failure()), record(deleted)], options, true],
		['only the failed item itself may be: its own advice says so', [record(unknown)], options, false],
		['another may be', [record(failure()), record(unknown)], options, true],
		['nothing was', [record(failure()), record(notAttempted)], options, false],
		['it is set already', [record(failure()), record(deleted)], { ...options, ifNotFound: 'continue' }, false],
		['the options could not be read', [record(failure()), record(notAttempted)], undefined, false],
	])("'Continue' is advised only where it helps: %s", (_name, records, given, advised) => {
		const advice = / To run the rest again, set 'If Profile Not Found' to 'Continue'\.$/;
		expect(advice.test(stop(records, given)?.description ?? '')).toBe(advised);
	});

	it('one item alone has no others', () => {
		expect(stop([record(failure({ said: undefined }))])?.description).toBe(
			textIfNotDeleted({ code: '102' }).description,
		);
	});
});
