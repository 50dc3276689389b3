import { asSentence } from '../../../nodes/WebexCampaign/text/asSentence';

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
