import { FAILURE_TABLE, RUN_AGAIN } from '../../../nodes/WebexCampaign/api/failureTable';
import { failureText } from '../../../nodes/WebexCampaign/resources/profile/delete/output/failureText';
import type { Failure } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { failure } from './records';

const text = (given: Partial<Failure>, attempts = 1) => failureText(failure(given), attempts);

describe('every row of the failure table has its own words', () => {
	it.each(FAILURE_TABLE.map((row) => [row.code, row] as const))('%s', (code, row) => {
		const { message, description } = text({ code, httpStatus: row.httpStatus, detail: 'Said by the API' });
		expect(message).toBe(row.message);
		expect(description).toBe(
			`${row.description} Webex Campaign said: "Said by the API" (code ${code}, HTTP ${row.httpStatus}).`,
		);
	});

	it('and no two have the same', () => {
		expect(new Set(FAILURE_TABLE.map(({ message }) => message)).size).toBe(FAILURE_TABLE.length);
	});
});

describe('so has everything that has no code of the API', () => {
	it.each<[string, Partial<Failure>, RegExp, RegExp]>([
		[
			'a code nobody knows',
			{ code: 'E-77' },
			/unfamiliar code$/,
			/said: "Invalid profile id" \(code E-77, HTTP 200\)\.$/,
		],
		[
			'an unexpected reply shows status, content type and beginning',
			{ code: 'UNEXPECTED_REPLY', httpStatus: 404, detail: 'HTTP 404, text/html: Not found' },
			/could not be understood$/,
			/Technical detail: the reply was "HTTP 404, text\/html: Not found"\.$/,
		],
		[
			'no connection',
			{ code: 'CONNECTION_FAILED', httpStatus: null, detail: 'connect ECONNREFUSED' },
			/^No connection/,
			/Technical detail: connect ECONNREFUSED\.$/,
		],
		[
			'a lost connection',
			{ code: 'CONNECTION_FAILED', httpStatus: null, outcome: 'unknown', detail: 'socket hang up' },
			/was lost before the reply had come; it is not known whether/,
			/'If Profile Not Found' set to 'Continue'.* Technical detail: socket hang up\.$/,
		],
		[
			'no reply in time',
			{ code: 'TIMED_OUT', httpStatus: null, outcome: 'unknown' },
			/^Webex Campaign did not reply in time/,
			/./,
		],
		[
			'the throttle',
			{ code: 'THROTTLED', httpStatus: 429, stoppedBy: { why: 'throttle' }, detail: 'Too many' },
			/^The throttle of Webex Campaign let nothing through/,
			/'Max Throttle Wait \(Seconds\)'.*said: "Too many" \(code 429, HTTP 429\)\.$/,
		],
		[
			'the throttle, with the wait it asked for',
			{ code: 'THROTTLED', httpStatus: 429, stoppedBy: { why: 'throttle', askedFor: 3_600_000 } },
			/^The throttle/,
			/It asked for a wait of 1 h\./,
		],
		[
			'the throttle, in a run that ended for another reason',
			{ code: 'THROTTLED', httpStatus: 429, stoppedBy: { why: 'failedItem' } },
			/^The throttle of Webex Campaign did not let this delete through/,
			/./,
		],
	])('%s', (_name, given, message, description) => {
		expect(text(given)).toEqual({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});
});

describe('an unknown outcome is said in the message, and how to find out in the description', () => {
	it.each(['102', '500', 'UNEXPECTED_REPLY', 'CONNECTION_FAILED', 'TIMED_OUT', 'THROTTLED', 'E-77'])('%s', (code) => {
		const { message, description } = text({ code, outcome: 'unknown' });
		expect(message).toMatch(/; it is not known whether the profile was deleted$/);
		expect(description).toContain("'If Profile Not Found' set to 'Continue'");
		expect(description).not.toMatch(/not deleted|Nothing was sent/);
	});
});

describe('the message tells how often it was tried, if more than once', () => {
	it.each([
		[0, ''],
		[1, ''],
		[2, ' (tried 2 times)'],
		[1234, ' (tried 1,234 times)'],
	])('%i', (attempts, told) => {
		expect(text({ code: '102' }, attempts).message).toBe(`Webex Campaign does not know this profile name${told}`);
	});
});

it('text from outside is never in the message', () => {
	for (const code of ['102', 'UNEXPECTED_REPLY', 'CONNECTION_FAILED', 'TIMED_OUT', 'THROTTLED', 'E-77', '500']) {
		for (const outcome of ['notDeleted', 'unknown'] as const) {
			expect(text({ code, outcome, detail: 'OUTSIDE' }).message).not.toMatch(/OUTSIDE|E-77/);
		}
	}
});

describe('After a lost reply, what has to be mended first is told all the same', () => {
	const descriptionFor = (code: string) =>
		failureText({ status: 'failed', outcome: 'unknown', code, httpStatus: 401 }, 2).description;

	it.each(['102', '430', '498', '405', '1001'])('code %s', (code) => {
		const advice = FAILURE_TABLE.find((row) => row.code === code)!.description;
		expect(descriptionFor(code)).toBe(`${advice} ${RUN_AGAIN}`);
	});

	it.each([
		['UNEXPECTED_REPLY', /check 'Region' and 'Tenant'/],
		['TIMED_OUT', /raise the option 'Request Timeout \(Seconds\)'/],
	])('%s: running again comes first', (code, advice) => {
		expect(descriptionFor(code)).toMatch(advice);
		expect(descriptionFor(code).startsWith(`${RUN_AGAIN} If this happens again`)).toBe(true);
	});

	it.each(['1010', '499', '500', 'CONNECTION_FAILED'])('code %s: running again is all there is to do', (code) => {
		expect(descriptionFor(code)).toBe(RUN_AGAIN);
	});
});
