import { Campaign, inOrder, KEYS } from './campaign';
import { CONTINUE } from './onError';
import { deletedItem, failedItem, REFUSED_INPUT } from './shapes';

const campaign = new Campaign();
const [key] = KEYS;

describe('A key that can name no profile is refused, the others are sent', () => {
	it.each([
		['missing', undefined],
		['an object', { id: 1 }],
		['a fraction', 9463183901.5],
		['text without the id that belongs in it', 'CUST-undefined'],
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

describe.each([
	['a line break after it', '={{ $json.contact }}\n'],
	['a blank before it', '= {{ $json.contact }}'],
])('White space around an expression does not hide what its value is: %s', (_, expression) => {
	it.each([
		['a number that lost digits', 2 ** 63],
		['a fraction', 12.5],
		['a list', ['a', 'b']],
		['true', true],
	])('in Key: %s', async (_kind, value) => {
		const result = await campaign.deletes({ keys: [value], parameters: { key: expression }, onError: CONTINUE });
		expect(inOrder(result)).toStrictEqual([failedItem(0, null, REFUSED_INPUT)]);
	});

	it('and what may be sent is sent', async () => {
		const { success } = await campaign.deletes({ keys: [Number(key)], parameters: { key: expression } });
		expect(success).toStrictEqual([deletedItem(0, key)]);
	});
});
