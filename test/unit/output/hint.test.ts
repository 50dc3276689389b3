import { hintFor } from '../../../nodes/WebexCampaign/resources/profile/delete/output/summary';
import type { ItemRecord } from '../../../nodes/WebexCampaign/resources/profile/delete/output/items';
import type { Outcome } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import type { RunReport } from '../../../nodes/WebexCampaign/lane/run';
import { deleted, failure, notAttempted, record, times } from './records';

const calm: RunReport = { end: undefined, throttleWait: 0 };
const hint = (records: ItemRecord[], report: RunReport | undefined = calm, errorBranch = true) =>
	hintFor(records, report, errorBranch);

const refusedBy498 = { why: 'answer', answer: { code: '498', httpStatus: 401, detail: '' } } as const;
const notAttemptedAfter498: Outcome = { ...notAttempted, stoppedBy: refusedBy498 };
const dryRun: Outcome = { status: 'dryRun', url: '' };
const refused = (message: string) => failure({ code: 'INVALID_PARAMETER', text: { message, description: '' } });
const nameless = (outcome: Outcome, attempts: number) =>
	record(outcome, { attempts, profile: { key: 'k', profileName: null, auditParameters: {} } });

describe('a run with nothing to tell has no hint', () => {
	it.each<[string, ItemRecord[], RunReport]>([
		['all deleted', times(5, deleted), calm],
		['a wait too short to be worth telling', times(5, deleted), { ...calm, throttleWait: 999 }],
		['no items', [], calm],
	])('%s', (_name, records, report) => {
		expect(hint(records, report)).toBeUndefined();
	});
});

describe('anything else is one line above the output, counts only', () => {
	it('as the contract has it', () => {
		const records = [
			...times(9912, deleted),
			...times(61, { status: 'notFound' }),
			...times(20, refused("'Key' was shortened by a spreadsheet")),
			...times(7, failure({ code: '102' })),
		];
		expect(hint(records, { ...calm, throttleWait: 250_000 })).toEqual({
			message:
				"9,912 deleted, 61 not found, 27 not deleted, mostly because 'Key' was shortened by a spreadsheet (see the error branch). Waited 4 min 10 s for the throttle.",
			type: 'warning',
			location: 'outputPane',
		});
	});

	it.each<[string, ItemRecord[], RunReport, boolean, string]>([
		[
			'without an error branch',
			[record(failure())],
			calm,
			false,
			"1 not deleted, because Webex Campaign does not know this profile name (see the items with 'error').",
		],
		['a dry run', times(3, { status: 'dryRun', url: '' }), calm, true, '3 checked without sending.'],
		['gone after retry', times(1, { status: 'goneAfterRetry' }), calm, true, '1 gone after retry.'],
		[
			'a wait alone',
			times(2, deleted),
			{ ...calm, throttleWait: 1000 },
			true,
			'2 deleted. Waited 1 s for the throttle.',
		],
		[
			'a repeated item',
			[record(deleted), record(deleted, { duplicateOf: 0 })],
			calm,
			true,
			'2 deleted. 1 repeats an earlier item and was not sent again.',
		],
		[
			'many repeated items',
			[record(deleted), ...times(1200, deleted).map((one) => ({ ...one, duplicateOf: 0 }))],
			calm,
			true,
			'1,201 deleted. 1,200 repeat an earlier item and were not sent again.',
		],
		[
			'a repeated item in a dry run, in which nothing is sent at all',
			[record(dryRun), record(dryRun, { duplicateOf: 0 })],
			calm,
			true,
			'2 checked without sending. 1 repeats an earlier item and would not be sent again.',
		],
		[
			'an early end',
			[record(failure({ code: '498' })), ...times(9999, notAttemptedAfter498)],
			{ ...calm, end: refusedBy498 },
			true,
			'1 not deleted, 9,999 not attempted, because Webex Campaign does not accept this API key (see the error branch). The run ended early.',
		],
		[
			'a dry run without a profile name',
			[nameless({ status: 'dryRun', url: '' }, 0)],
			calm,
			true,
			"1 checked without sending. 'Profile Name' is blank: Webex Campaign would decide which profile is meant.",
		],
		[
			'a run without a profile name',
			[nameless(deleted, 1)],
			calm,
			true,
			"1 deleted. 'Profile Name' was blank: Webex Campaign decided which profile was meant.",
		],
		[
			'a run without a profile name that never sent anything',
			[nameless(failure({ code: 'RUN_STOPPED', stoppedBy: { why: 'outage' } }), 0)],
			calm,
			true,
			'1 not deleted, because several items in a row got no usable reply (see the error branch).',
		],
	])('%s', (_name, records, report, errorBranch, message) => {
		expect(hint(records, report, errorBranch)?.message).toBe(message);
	});

	it.each([
		['nothing failed', times(1, { status: 'notFound' }), 'info'],
		['something failed', [record(deleted), record(notAttempted)], 'warning'],
		['there was no profile name', [nameless(deleted, 1)], 'warning'],
	])('is a warning if something is to be done: %s', (_name, records, type) => {
		expect(hint(records)?.type).toBe(type);
	});

	it('never shows a key, a name or an audit value', () => {
		const profile = { key: 'SECRET', profileName: 'SECRET', auditParameters: { exparam1: 'SECRET' } };
		expect(hint([record(failure({ detail: 'SECRET' }), { profile })])?.message).not.toContain('SECRET');
	});
});
