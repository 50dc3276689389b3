import type { IExecuteFunctions } from 'n8n-workflow';

import type { RunReport } from '../../../nodes/WebexCampaign/resources/profile/delete/settleProfiles';
import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import type { ItemRecord } from '../../../nodes/WebexCampaign/resources/profile/delete/items';
import { countsText, hintFor, makeProgressLog } from '../../../nodes/WebexCampaign/resources/profile/delete/summary';
import { NEVER_SENT, type Outcome } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { deleted, failure, notAttempted, record, times } from './records';

const hint = (records: ItemRecord[], report: Partial<RunReport> = {}, errorBranch = true) =>
	hintFor({ records, throttleWait: 0, ...report }, errorBranch);

const refusedBy498 = { why: 'answer', answer: { code: '498', httpStatus: 401 } } as const;
const notAttemptedAfter498: Outcome = { ...notAttempted, stoppedBy: refusedBy498 };
const dryRun: Outcome = { status: 'dryRun', url: '' };
const gone: Outcome = { status: 'goneAfterRetry' };
const refused = (message: string) => failure({ code: 'INVALID_PARAMETER', text: { message, description: '' } });
const nameless = (outcome: Outcome, attempts: number) =>
	record(outcome, { attempts, profile: { key: 'k', profileName: null, auditParameters: {} } });
const repeated = (outcome: Outcome, count = 1) => [
	record(outcome),
	...times(count, outcome).map((one) => ({ ...one, duplicateOf: 0 })),
];

describe('a run with nothing to tell has no hint', () => {
	it.each<[string, ItemRecord[], number]>([
		['all deleted', times(5, deleted), 0],
		['a wait too short to be worth telling', times(5, deleted), 999],
		['no items', [], 0],
	])('%s', (_name, records, throttleWait) => {
		expect(hint(records, { throttleWait })).toBeUndefined();
	});
});

it('nor has one that was ended with the others when nothing of it was left', () => {
	expect(hint(times(5, deleted), { end: refusedBy498 })).toBeUndefined();
});

describe('anything else is one line above the output, counts only', () => {
	it('as the contract has it', () => {
		const records = [
			...times(9912, deleted),
			...times(61, { status: 'notFound' }),
			...times(20, refused("'Key' was shortened by a spreadsheet")),
			...times(7, failure({ code: '102' })),
		];
		expect(hint(records, { throttleWait: 250_000 })).toEqual({
			message:
				"9,912 deleted, 61 not found, 27 not deleted, mostly because 'Key' was shortened by a spreadsheet (see the error branch). Waited 4 min 10 s for the throttle.",
			type: 'warning',
			location: 'outputPane',
		});
	});

	it.each<[string, ItemRecord[], string]>([
		['a dry run', times(3, dryRun), '3 checked without sending.'],
		[
			'a dry run with what would be refused',
			[record(dryRun), record(refused("'Key' is empty"), { profile: null })],
			"1 checked without sending, 1 refused, because 'Key' is empty (see the error branch).",
		],
		['gone after retry', [record(gone)], '1 gone after retry (check the key).'],
		[
			'a repeated item',
			repeated(deleted),
			'2 deleted. 1 repeats an earlier item and was not sent again: 1 contact in all.',
		],
		[
			'many repeated items',
			repeated(deleted, 1200),
			'1,201 deleted. 1,200 repeat an earlier item and were not sent again: 1 contact in all.',
		],
		[
			'a repeated item in a dry run, in which nothing is sent at all',
			repeated(dryRun),
			'2 checked without sending. 1 repeats an earlier item and would not be sent again: 1 contact in all.',
		],
		[
			'a dry run without a profile name',
			[nameless(dryRun, 0)],
			"1 checked without sending. 'Profile Name' is blank: Webex Campaign would decide which profile is meant.",
		],
		[
			'a run without a profile name',
			[nameless(deleted, 1)],
			"1 deleted. 'Profile Name' was blank: Webex Campaign decided which profile was meant.",
		],
		[
			'a run without a profile name that never sent anything',
			[nameless(failure({ code: 'RUN_STOPPED', stoppedBy: { why: 'outage' } }), 0)],
			'1 not deleted, because several items in a row got no usable reply (see the error branch). The run ended early.',
		],
	])('%s', (_name, records, message) => {
		expect(hint(records)?.message).toBe(message);
	});

	it.each<[string, ItemRecord[], Partial<RunReport>, string]>([
		['a wait alone', times(2, deleted), { throttleWait: 1000 }, '2 deleted. Waited 1 s for the throttle.'],
		[
			'an early end',
			[record(failure({ code: '498' })), ...times(9999, notAttemptedAfter498)],
			{ end: refusedBy498 },
			`1 not deleted, 9,999 not attempted, because ${textIfNotDeleted({ code: '498' }).message} (see the error branch). The run ended early.`,
		],
	])('%s', (_name, records, report, message) => {
		expect(hint(records, report)?.message).toBe(message);
	});

	it('without an error branch', () => {
		expect(hint([record(failure())], {}, false)?.message).toMatch(/ \(see the items with 'error'\)\.$/);
	});

	it.each([
		['nothing failed', times(1, { status: 'notFound' }), 'info'],
		['something failed', [record(deleted), record(notAttempted)], 'warning'],
		['a key is to be checked', [record(deleted), record(gone)], 'warning'],
		['there was no profile name', [nameless(deleted, 1)], 'warning'],
	])('is a warning if something is to be done: %s', (_name, records, type) => {
		expect(hint(records)?.type).toBe(type);
	});

	it('never shows a key, a name or an audit value', () => {
		const profile = { key: 'SECRET', profileName: 'SECRET', auditParameters: { exparam1: 'SECRET' } };
		expect(hint([record(failure({ said: 'SECRET' }), { profile })])?.message).not.toContain('SECRET');
	});
});

it('a long run leaves a line in the log every 10 s, with execution and workflow: never a transaction id', () => {
	const info = jest.fn();
	const context = {
		logger: { info },
		getExecutionId: () => '42',
		getWorkflow: () => ({ id: 'w1', name: 'Erasure\nrequests' }),
	} as unknown as IExecuteFunctions;
	const log = makeProgressLog(context, 500);
	const histories = Array.from({ length: 1200 }, () => NEVER_SENT);
	for (const now of [600, 5000, 10_499]) log(now, histories);
	expect(info).not.toHaveBeenCalled();
	log(10_500, histories);
	histories.fill({ ...NEVER_SENT, outcome: { status: 'deleted', transactionId: 'secret-t' } }, 0, 1100);
	histories.fill({ ...NEVER_SENT, outcome: { status: 'notFound' } }, 1100, 1105);
	for (const now of [10_600, 20_499, 20_500, 20_501]) log(now, histories);
	const which = 'Webex Campaign, execution 42 of workflow w1 "Erasure requests": ';
	expect(info.mock.calls.flat()).toEqual([
		`${which}0 of 1,200 profiles done`,
		`${which}1,105 of 1,200 profiles done (1,100 deleted, 5 not found)`,
	]);
});

it('outcomes are counted by kind, and told in a fixed order', () => {
	const failures = [notAttempted, failure({ outcome: 'unknown' }), failure()];
	const outcomes = [...failures, dryRun, { status: 'notFound' } as const, gone, deleted, deleted, undefined];
	expect(countsText(outcomes.map((outcome) => ({ outcome })))).toBe(
		'2 deleted, 1 gone after retry (check the key), 1 not found, 1 checked without sending, 1 refused, 1 unknown, 1 not attempted',
	);
});
