import { keysFrom } from '../../simulator/profiles';

describe('keys are counted up', () => {
	it.each([
		['a number', '9463183918', ['9463183918', '9463183919', '9463183920']],
		['leading zeros', 'LC-0099', ['LC-0099', 'LC-0100', 'LC-0101']],
		['a number inside', 'reader9@example.com', ['reader9@example.com', 'reader10@example.com', 'reader11@example.com']],
		['no number', 'key', ['key0', 'key1', 'key2']],
	])('%s', (_, firstKey, keys) => {
		expect(keysFrom(firstKey, 3)).toEqual(keys);
	});

	it('and a hundred thousand of them are all different', () => {
		expect(new Set(keysFrom('9000000000', 100_000)).size).toBe(100_000);
	});
});
