import { FAILURE_TABLE } from '../../../nodes/WebexCampaign/api/failureTable';
import type { Failure } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import {
	failureText,
	mostFrequentReason,
	NOT_KNOWN,
	RUN_AGAIN,
	textIfNotDeleted,
	textIfUnknown,
} from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { lowerFirst } from '../../../nodes/WebexCampaign/text/words';
import { failure } from '../delete/records';
import { everyFailure } from './failures';

const wordsOf = (code: string) => textIfNotDeleted({ code });
const text = (given: Partial<Failure>, attempts = 1) => failureText(failure(given), attempts);

describe('every row of the failure table has its own words', () => {
	it.each(FAILURE_TABLE.map(({ code, httpStatus }) => [code, httpStatus] as const))('%s', (code, httpStatus) => {
		const { message, description } = text({ code, httpStatus, said: 'Said by the API' });
		expect(message).toBe(wordsOf(code).message);
		const said = `Webex Campaign said: "Said by the API" (code ${code}, HTTP ${httpStatus}).`;
		expect(description).toBe(`${wordsOf(code).description} ${said}`);
	});

	it('and no two have the same', () => {
		const messages = FAILURE_TABLE.map(({ code }) => wordsOf(code).message);
		expect(new Set([...messages, wordsOf('UNEXPECTED_REPLY').message]).size).toBe(FAILURE_TABLE.length + 1);
	});
});

describe('so has everything that has no code of the API', () => {
	const noReply = { code: 'CONNECTION_FAILED', httpStatus: null, said: undefined } as const;
	const looked = (detail: string) => ({ said: undefined, detail });
	const throttled = { code: 'THROTTLED', httpStatus: 429, said: 'Too many' } as const;
	const notSent = { code: 'RUN_STOPPED', outcome: 'notAttempted', httpStatus: null, said: undefined } as const;

	it.each<[string, Partial<Failure>, RegExp, RegExp]>([
		[
			'a code nobody knows',
			{ code: 'E-77' },
			/unfamiliar code$/,
			/said: "Invalid profile id" \(code E-77, HTTP 200\)\.$/,
		],
		['a code that is the name of something in JavaScript', { code: 'constructor' }, /unfamiliar code$/, /./],
		[
			"a code that nobody documented, in a form that is not the API's",
			{ code: '900901', httpStatus: 401, ...looked('HTTP 401, application/json: {"code":"900901"}') },
			/could not be understood$/,
			/Technical detail: the reply was "HTTP 401, application\/json: \{"code":"900901"\}"\.$/,
		],
		[
			'a 503 with a wait beyond the patience, twice',
			{
				code: 'UNEXPECTED_REPLY',
				httpStatus: 503,
				outcome: 'unknown',
				...looked('HTTP 503: away'),
				stoppedBy: { why: 'throttle', askedFor: 3_600_000 },
			},
			/could not be understood; it is not known whether/,
			/Webex Campaign asked for a wait of 1 h\. Technical detail: the reply was "HTTP 503: away"\.$/,
		],
		[
			'a certificate',
			{ ...noReply, blockedBy: 'certificate' },
			/^The certificate of the address in the credential/,
			/^Nothing was sent\. .*NODE_EXTRA_CA_CERTS/,
		],
		[
			"n8n's own protection",
			{ ...noReply, blockedBy: 'n8n' },
			/is one that n8n is not allowed to reach$/,
			/^Nothing was sent\. .*N8N_SSRF_PROTECTION_ENABLED/,
		],
		[
			'a proxy variable',
			{ ...noReply, blockedBy: 'proxyVariable' },
			/^A proxy setting/,
			/^Nothing was sent\. .*HTTPS_PROXY/,
		],
		[
			'an unexpected reply shows status, content type and beginning',
			{ code: 'UNEXPECTED_REPLY', httpStatus: 404, ...looked('HTTP 404, text/html: Not found') },
			/could not be understood$/,
			/Technical detail: the reply was "HTTP 404, text\/html: Not found"\.$/,
		],
		[
			'a transaction id beside a code',
			{ code: 'UNEXPECTED_REPLY', outcome: 'unknown', isContradictory: true, ...looked('HTTP 200: all of it') },
			/contradicts itself; it is not known whether/,
			/Technical detail: the reply was "HTTP 200: all of it"\.$/,
		],
		[
			'no connection',
			{ ...noReply, detail: 'no way' },
			new RegExp(`^${wordsOf('CONNECTION_FAILED').message}`),
			/Technical detail: no way\.$/,
		],
		[
			'a lost connection',
			{ ...noReply, outcome: 'unknown', detail: 'socket hang up' },
			/was lost before the reply had come; it is not known whether/,
			/'If Profile Not Found' set to 'Continue'.* Technical detail: socket hang up\.$/,
		],
		[
			'the throttle',
			{ ...throttled, stoppedBy: { why: 'throttle' } },
			/^This delete was not let through: the throttle of Webex Campaign let nothing through for too long, so the run ended$/,
			/in a given time\. Run the .*'Max Throttle Wait \(Seconds\)'.*said: "Too many" \(code 429, HTTP 429\)\.$/,
		],
		[
			'the throttle, with the wait it asked for',
			{ ...throttled, stoppedBy: { why: 'throttle', askedFor: 3_600_000 } },
			/^This delete was not let through: the throttle/,
			/Webex Campaign asked for a wait of 1 h\./,
		],
		[
			'the throttle, in a run that ended for another reason',
			{ ...throttled, stoppedBy: { why: 'failedItem' } },
			new RegExp(`^${wordsOf('429').message}`),
			/./,
		],
		[
			'anything else, in a run that the throttle ended',
			{ code: '1010', stoppedBy: { why: 'throttle' } },
			new RegExp(`^${wordsOf('1010').message}`),
			/./,
		],
		[
			'an item that was not sent since another one failed',
			{ ...notSent, stoppedBy: { why: 'failedItem' } },
			/^This item was not sent: another item failed first$/,
			/^Correct or remove the item that failed, or set 'On Error'/,
		],
		[
			'an outage names what the replies were',
			{
				...notSent,
				stoppedBy: { why: 'outage', last: { code: '7', httpStatus: 200, detail: 'HTTP 200: {"code":7}' } },
			},
			/^This item was not sent: several items in a row got no usable reply, so the run ended$/,
			/'Continue'\. Technical detail: the reply was "HTTP 200: \{"code":7\}"\.$/,
		],
		[
			'an item that was not sent since the execution was cancelled',
			{ ...notSent, stoppedBy: { why: 'cancelled' } },
			/^This item was not sent: the execution was cancelled$/,
			/^Run the items that are left again\.$/,
		],
	])('%s', (_name, given, message, description) => {
		expect(text(given)).toEqual({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	it.each([
		['UNEXPECTED_REPLY', /^This item was not sent: the address .* did not reply as the Webex Campaign API does, so/],
		['498', new RegExp(`^This item was not sent: ${wordsOf('498').message}, so the run ended$`)],
	])('an item that was not sent since another one got %s', (code, message) => {
		const stoppedBy = { why: 'answer', answer: { code, httpStatus: 401 } } as const;
		const { message: told, description } = text({ code: 'RUN_STOPPED', outcome: 'notAttempted', stoppedBy });
		expect(told).toMatch(message);
		expect(description).toContain(`that answer (code ${code}), and every other would get it too. `);
		expect(description).toContain(wordsOf(code).description);
	});
});

describe('an unknown outcome is said in the message, and how to find out in the description', () => {
	const codes = ['102', '500', 'UNEXPECTED_REPLY', 'CONNECTION_FAILED', 'TIMED_OUT', 'THROTTLED', 'E-77'];

	it.each(codes)('%s', (code) => {
		const { message, description } = text({ code, outcome: 'unknown' });
		expect(message.endsWith(`; ${NOT_KNOWN}`)).toBe(true);
		expect(description).toContain(RUN_AGAIN);
		expect(description).not.toMatch(/not deleted|Nothing was sent/);
	});

	it.each(['102', '430', '498', '405', '1001'])('code %s: what has to be mended first is told first', (code) => {
		const { description } = text({ code, outcome: 'unknown', said: undefined });
		expect(description).toBe(`${wordsOf(code).description} ${RUN_AGAIN}`);
	});

	it.each([
		['UNEXPECTED_REPLY', /check 'Region' and 'Tenant'/],
		['TIMED_OUT', /raise the option 'Request Timeout \(Seconds\)'/],
	])('%s: running again comes first', (code, advice) => {
		const { description } = text({ code, outcome: 'unknown', said: undefined });
		expect(description).toMatch(advice);
		expect(description.startsWith(`${RUN_AGAIN} If this happens again`)).toBe(true);
	});

	it.each(['1010', '499', '500', 'CONNECTION_FAILED', 'THROTTLED'])('code %s: running again is all to do', (code) => {
		const stoppedBy = { why: 'throttle' } as const;
		expect(text({ code, outcome: 'unknown', said: undefined, stoppedBy }).description).toBe(RUN_AGAIN);
	});
});

it.each([
	['1020', '0171 1234567', true],
	['1020', '01711234567', false],
	['102', '0171 1234567', false],
])('a key with blanks inside that is not found may be without them: %s, %j', (code, key, isTold) => {
	const { description } = failureText(failure({ code }), 1, key);
	expect(description.includes("'Key' has blanks inside, which may be the reason")).toBe(isTold);
});

it.each([
	[0, ''],
	[1, ''],
	[2, ' (tried 2 times)'],
	[1234, ' (tried 1,234 times)'],
])('the message tells how often it was tried, if more than once: %i', (attempts, told) => {
	expect(text({ code: '102' }, attempts).message).toBe(`${wordsOf('102').message}${told}`);
});

it.each(everyFailure)('text from outside is in no message and no reason: %s', (_name, given) => {
	const failed = { ...given, said: 'OUTSIDE', detail: 'OUTSIDE' };
	expect(failureText(failed, 1).message).not.toMatch(/OUTSIDE|E-77/);
	expect(mostFrequentReason([failed])).toMatch(/^because (?:Webex|'|[a-z])(?!.*OUTSIDE).*[^.]$/);
});

describe('the reason that most failures share is told', () => {
	const lost = failure({ code: 'CONNECTION_FAILED', httpStatus: null, outcome: 'unknown' });
	const throttled = failure({ code: 'THROTTLED', httpStatus: 429, stoppedBy: { why: 'throttle' } });
	const reason = wordsOf('102').message;

	it.each<[string, Failure[], string]>([
		['all of them', [failure(), failure()], `because ${reason}`],
		['more than half', [failure(), lost, failure()], `mostly because ${reason}`],
		['half of them, or less', [throttled, lost], 'some because the throttle of Webex Campaign let nothing'],
		[
			'the first of the most frequent ones',
			[lost, failure(), failure({ code: '1010' })],
			lowerFirst(textIfUnknown(lost).message),
		],
	])('%s', (_name, failures, words) => {
		expect(mostFrequentReason(failures)).toContain(words);
	});

	it('the items that were not sent have the reason of the one that ended the run', () => {
		const stoppedBy = { why: 'answer', answer: { code: '430', httpStatus: 401 } } as const;
		const notSent = failure({ code: 'RUN_STOPPED', outcome: 'notAttempted', stoppedBy });
		expect(mostFrequentReason([notSent])).toBe(mostFrequentReason([failure({ code: '430' })]));
	});
});
