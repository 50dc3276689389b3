import { asSentence } from '../../../nodes/WebexCampaign/text/clean';
import { duration, inFigures, inWords, rangesText } from '../../../nodes/WebexCampaign/text/words';

describe('durations are told as people say them', () => {
	it.each([
		[0, '0 ms'],
		[850, '850 ms'],
		[999.7, '1 s'],
		[12_400, '12 s'],
		[59_600, '1 min'],
		[250_000, '4 min 10 s'],
		[3_599_900, '1 h'],
		[3_600_000, '1 h'],
		[7_500_000, '2 h 5 min'],
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
	])('%s', (_name, indexes, told) => {
		expect(rangesText(indexes)).toBe(told);
	});
});

describe('what somebody else said ends with a full stop, once', () => {
	it.each([
		['socket hang up', 'socket hang up.'],
		['cut to so many characters…', 'cut to so many characters…'],
		['the reply was "Not Found"', 'the reply was "Not Found".'],
		['the reply was "Try later."', 'the reply was "Try later."'],
	])('%s', (said, sentence) => {
		expect(asSentence(said)).toBe(sentence);
	});
});
