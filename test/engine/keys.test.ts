import { Campaign, inOrder, KEYS, PROFILE } from './campaign';
import { CONTINUE } from './onError';
import { deletedItem, failedItem, REFUSED_INPUT } from './shapes';

const campaign = new Campaign();

describe('A key that can name no profile is refused, the others are sent', () => {
	it.each([
		['empty', ''],
		['blank', ' \t\u200B'],
		['missing', undefined],
		['null', null],
		['the word undefined', 'Undefined'],
		['an object', { id: 1 }],
		['a list', ['9463183901']],
		['true', true],
		['a fraction', 9463183901.5],
		['a number beyond 2^53 - 1', 2 ** 53],
		['an object made into text', 'contact [object Object]'],
		['an unresolved expression', '{{ $json.id }}'],
		["a spreadsheet's error", '#N/A'],
		['a number shortened by a spreadsheet', '9,46318E+09'],
	])('%s', async (_, contact) => {
		const result = await campaign.deletes({ keys: [KEYS[0], contact, KEYS[2]], onError: CONTINUE });
		expect(inOrder(result)).toStrictEqual([
			deletedItem(0, KEYS[0]),
			failedItem(1, null, REFUSED_INPUT),
			deletedItem(2, KEYS[2]),
		]);
		expect(await campaign.requests()).toBe(2);
	});
});

describe('A key is sent as text, trimmed and otherwise untouched', () => {
	it.each([
		['a number', 9463183901, '9463183901'],
		['white space around it', ' 9463183901\n', '9463183901'],
		['zero-width characters', '\uFEFF94631\u200B83901', '9463183901'],
		['a plus sign', '+44 7700 900123', '+44 7700 900123'],
		['leading zeros', '007', '007'],
		['an e-mail address', 'Ann.O’Neil@example.com', 'Ann.O’Neil@example.com'],
		['what only looks like an exponent', '12E10', '12E10'],
	])('%s', async (_, contact, key) => {
		await campaign.simulator.addRecords([{ profileName: PROFILE, keys: [key] }]);
		const { success } = await campaign.deletes({ keys: [contact] });
		expect(success).toStrictEqual([deletedItem(0, key)]);
	});
});
