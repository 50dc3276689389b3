import { Campaign, inOrder, KEYS, PROFILE } from './campaign';
import { CONTINUE } from './onError';
import { deletedItem, failedItem, REFUSED_INPUT } from './shapes';

const campaign = new Campaign();
const [key] = KEYS;

/** A refused item, with what can be shown of its key. */
const refused = (item: number, came: string | null) => failedItem(item, came, REFUSED_INPUT, { profileName: PROFILE });

describe('A key that can name no profile is refused and shown as it came, the others are sent', () => {
	it.each([
		['missing', undefined, null],
		['an object', { id: 1 }, null],
		['a fraction', 9463183901.5, '9463183901.5'],
		['text without the id that belongs in it', 'CUST-undefined', 'CUST-undefined'],
		['a number shortened by a spreadsheet', '9,46318E+09', '9,46318E+09'],
		['a line break inside', '1\n2', '1\uFFFD2'],
	])('%s', async (_, contact, came) => {
		const result = await campaign.deletes({ keys: [KEYS[0], contact, KEYS[2]], onError: CONTINUE });
		expect(inOrder(result)).toStrictEqual([deletedItem(0, KEYS[0]), refused(1, came), deletedItem(2, KEYS[2])]);
		expect(await campaign.requests()).toBe(2);
	});
});

describe.each([
	['a line break after it', '={{ $json.contact }}\n'],
	['a blank before it', '= {{ $json.contact }}'],
])('White space around an expression does not hide what its value is: %s', (_, expression) => {
	it.each([
		['a number that lost digits', 2 ** 63, String(2 ** 63)],
		['a fraction', 12.5, '12.5'],
		['a list', ['a', 'b'], null],
		['true', true, 'true'],
	])('in Key: %s', async (_kind, value, came) => {
		const result = await campaign.deletes({ keys: [value], parameters: { key: expression }, onError: CONTINUE });
		expect(inOrder(result)).toStrictEqual([refused(0, came)]);
	});

	it('and what may be sent is sent', async () => {
		const { success } = await campaign.deletes({ keys: [Number(key)], parameters: { key: expression } });
		expect(success).toStrictEqual([deletedItem(0, key)]);
	});
});
