import { mostFrequentReason } from '../../../nodes/WebexCampaign/resources/profile/delete/output/failureText';
import { lowerFirst } from '../../../nodes/WebexCampaign/text/words';
import type { Failure } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { everyFailure } from '../texts/failures';
import { failure } from './records';

const lost = failure({ code: 'CONNECTION_FAILED', httpStatus: null, outcome: 'unknown' });
const throttled = failure({ code: 'THROTTLED', httpStatus: 429, stoppedBy: { why: 'throttle' } });

describe('the reason that most failures share is told', () => {
	it.each<[string, Failure[], string]>([
		['all of them', [failure(), failure()], 'because Webex Campaign does not know this profile name'],
		['more than half', [failure(), lost, failure()], 'mostly because Webex Campaign does not know this'],
		['half of them, or less', [throttled, lost], 'some because the throttle of Webex Campaign let nothing'],
		['the first of the most frequent ones', [lost, failure(), failure({ code: '1010' })], 'the connection to'],
	])('%s', (_name, failures, words) => {
		expect(mostFrequentReason(failures)).toContain(words);
	});
});

describe('as half a sentence, with nothing in it from outside', () => {
	it.each(everyFailure)('%s', (_name, given) => {
		expect(mostFrequentReason([given])).toMatch(/^because (?:Webex|'|[a-z]).*[^.]$/);
		const masked = { ...given, detail: 'SECRET' };
		expect(mostFrequentReason([masked])).not.toContain('SECRET');
	});

	it('the items that were not sent have the reason of the one that ended the run', () => {
		const stoppedBy = { why: 'answer', answer: { code: '430', httpStatus: 401, detail: '' } } as const;
		const notSent = failure({ code: 'RUN_STOPPED', outcome: 'notAttempted', stoppedBy });
		expect(mostFrequentReason([notSent])).toBe(mostFrequentReason([failure({ code: '430' })]));
	});

	it.each([
		["'Key' is empty", "'Key' is empty"],
		['No contact', 'no contact'],
		['Webex Campaign', 'Webex Campaign'],
		['HTTP', 'HTTP'],
	])('%s', (message, words) => {
		expect(lowerFirst(message)).toBe(words);
	});
});
