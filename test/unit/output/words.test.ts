import { asSentence } from '../../../nodes/WebexCampaign/text/clean';
import { countsText, kindOf } from '../../../nodes/WebexCampaign/resources/profile/delete/output/summary';
import { duration, inFigures, inWords } from '../../../nodes/WebexCampaign/text/words';
import { rangesText } from '../../../nodes/WebexCampaign/text/words';
import { deleted, failure, notAttempted, times } from './records';

describe('durations are told as people say them', () => {
	it.each([
		[0, '0 ms'],
		[850, '850 ms'],
		[999.7, '1 s'],
		[1000, '1 s'],
		[12_400, '12 s'],
		[59_600, '1 min'],
		[60_000, '1 min'],
		[250_000, '4 min 10 s'],
		[3_599_900, '1 h'],
		[3_600_000, '1 h'],
		[7_500_000, '2 h 5 min'],
		[86_400_000, '24 h'],
	])('%d ms: %s', (ms, told) => {
		expect(duration(ms)).toBe(told);
	});
});

describe('numbers of things', () => {
	it.each([
		[0, '0', '0 items'],
		[1, '1', '1 item'],
		[9912, '9,912', '9,912 items'],
		[1_000_000, '1,000,000', '1,000,000 items'],
	])('%d', (number, figures, words) => {
		expect([inFigures(number), inWords(number, 'item')]).toEqual([figures, words]);
	});
});

describe('indexes are told as ranges', () => {
	const every = (step: number, length: number) => Array.from({ length }, (_, i) => i * step);
	it.each([
		['none', [], ''],
		['one', [7], '7'],
		['neighbours', [0, 1], '0-1'],
		['a range and one apart', [...every(1, 37), 39], '0-36, 39'],
		['20 ranges are all told', every(2, 20), every(2, 20).join(', ')],
		['the 21st is counted', every(2, 21), `${every(2, 20).join(', ')} and 1 more item`],
		[
			'so are all items of what follows',
			[...every(2, 20), ...every(1, 40).map((i) => i + 100)],
			`${every(2, 20).join(', ')} and 40 more items`,
		],
		['a hundred thousand in one', every(1, 100_000), '0-99999'],
	])('%s', (_name, indexes, told) => {
		expect(rangesText(indexes)).toBe(told);
	});
});

describe('outcomes are counted by kind, and told in a fixed order', () => {
	it('all kinds', () => {
		const outcomes = [
			notAttempted,
			failure({ outcome: 'unknown' }),
			failure(),
			{ status: 'dryRun', url: '' } as const,
			{ status: 'notFound' } as const,
			{ status: 'goneAfterRetry' } as const,
			deleted,
			deleted,
			undefined,
		];
		expect(countsText(outcomes.map((outcome) => ({ outcome })))).toBe(
			'2 deleted, 1 gone after retry, 1 not found, 1 checked without sending, 1 not deleted, 1 unknown, 1 not attempted',
		);
	});

	it('in figures', () => {
		expect(countsText([...times(9912, deleted), ...times(61, { status: 'notFound' })])).toBe(
			'9,912 deleted, 61 not found',
		);
	});

	it('a failure counts by its outcome', () => {
		expect([kindOf(deleted), kindOf(failure()), kindOf(notAttempted)]).toEqual([
			'deleted',
			'notDeleted',
			'notAttempted',
		]);
	});
});

describe('what somebody else said ends with a full stop, once', () => {
	it.each([
		['socket hang up', 'socket hang up.'],
		['Contact profile not found.', 'Contact profile not found.'],
		['cut to so many characters…', 'cut to so many characters…'],
		['the reply was "Not Found"', 'the reply was "Not Found".'],
		['the reply was "Try later."', 'the reply was "Try later."'],
	])('%s', (said, sentence) => {
		expect(asSentence(said)).toBe(sentence);
	});
});
