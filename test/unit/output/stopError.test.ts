import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { checkOptions, type RunOptions } from '../../../nodes/WebexCampaign/input/options';
import type { Failure } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import type { ItemRecord } from '../../../nodes/WebexCampaign/resources/profile/delete/output/items';
import { stopError } from '../../../nodes/WebexCampaign/resources/profile/delete/output/concludeRun';
import { deleted, failure, notAttempted, record, times } from './records';

const node = { name: 'Webex Campaign', type: 'webexCampaign', parameters: {} } as unknown as INode;
const options = (checkOptions({}, []) as { value: RunOptions }).value;

type Stop = Error & { description: string; httpCode?: string; context: { itemIndex: number } };
const stop = (records: ItemRecord[], given: RunOptions | undefined = options) =>
	stopError(node, records, given) as Stop | undefined;

const unknown = failure({ outcome: 'unknown', code: 'TIMED_OUT', httpStatus: null, detail: undefined });

it('without a failed item there is none', () => {
	expect(stop([...times(3, deleted), record({ status: 'notFound' })])).toBeUndefined();
	expect(stop([])).toBeUndefined();
});

describe('one error is thrown, for the failed item of lowest index', () => {
	it('with what a failed item says, and its index', () => {
		const error = stop([
			...times(2, deleted),
			record(failure()),
			record(failure({ code: '1010' })),
			record(notAttempted),
		]);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Webex Campaign does not know this profile name',
			httpCode: '102',
			context: { itemIndex: 2 },
		});
		expect(error?.description).toMatch(/^Check 'Profile Name'.*said: "Invalid profile id"/);
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
	});

	it('refused input is a NodeOperationError', () => {
		const text = { message: "'Key' is empty", description: "Fill in 'Key'." };
		const refused = failure({ code: 'INVALID_PARAMETER', httpStatus: null, detail: undefined, text });
		const error = stop([record(notAttempted), record(refused, { attempts: 0, profile: null })]);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: "'Key' is empty", context: { itemIndex: 1 } });
		expect(error?.description).toBe("Fill in 'Key'. Not attempted: item 0.");
	});
});

describe('the description says what became of the others, indexes from 0, and how to go on', () => {
	it('in groups', () => {
		const records = [
			...times(37, deleted),
			record(failure()),
			record(unknown),
			record(deleted),
			...times(60, notAttempted),
		];
		expect(stop(records)?.description).toMatch(
			/ Deleted: items 0-36, 39\. Unknown: 38\. Not attempted: 40-99\. To run the rest again, set 'If Profile Not Found' to 'Continue'\.$/,
		);
	});

	it('at most 20 ranges a group, then a count', () => {
		const records = [
			record(failure()),
			...Array.from({ length: 100 }, (_, i) => record(i % 2 ? deleted : notAttempted)),
		];
		const { description } = stop(records) ?? { description: '' };
		expect(description).toContain(' Deleted: items 2, 4, ');
		expect(description).toContain(', 40 and 30 more items. Not attempted: 1, 3, ');
		expect(description).toContain(', 39 and 30 more items.');
	});

	it('every kind of end has its own words', () => {
		const records = [
			record(failure()),
			record(deleted),
			record({ status: 'goneAfterRetry' }),
			record({ status: 'notFound' }),
			record(failure({ code: '1010' })),
			record(unknown),
			record(notAttempted),
		];
		expect(stop(records)?.description).toContain(
			'Deleted: item 1. Gone after retry: 2. Not found: 3. Not deleted: 4. Unknown: 5. Not attempted: 6.',
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
		expect(stop([record(failure({ detail: '' }))])?.description).toMatch(/^Check 'Profile Name'.*enter the name\.$/);
	});
});
