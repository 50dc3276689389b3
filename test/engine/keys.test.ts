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
		['a number of 16 digits', 9463183918946310],
		['text without the id that belongs in it', 'CUST-undefined'],
		['two keys in one cell', '9463183901\n9463183902'],
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
		['direction marks around it', '\u202D9463183901\u202C', '9463183901'],
		['a soft hyphen inside', '94631\u00AD83901', '9463183901'],
		['a joiner that an emoji needs', '👩\u200D🔧', '👩\u200D🔧'],
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

describe('White space around an expression does not hide what its value is', () => {
	const [key] = KEYS;

	describe.each([
		['a line break after it', '={{ $json.contact }}\n'],
		['a blank before it', '= {{ $json.contact }}'],
	])('%s', (_, expression) => {
		it.each([
			['a number that lost digits', 8202522731445525542n],
			['a fraction', 12.5],
			['a list', ['a', 'b']],
			['true', true],
		])('in Key: %s', async (_kind, contact) => {
			const value = typeof contact === 'bigint' ? Number(contact) : contact;
			const parameters = { key: expression };
			const result = await campaign.deletes({ keys: [value], parameters, onError: CONTINUE });
			expect(inOrder(result)).toStrictEqual([failedItem(0, null, REFUSED_INPUT)]);
		});

		it('in Profile Name', async () => {
			const profileName = { __rl: true, mode: 'name', value: expression };
			const parameters = { key, profileName };
			const result = await campaign.deletes({ keys: [true], parameters, onError: CONTINUE });
			expect(inOrder(result)).toStrictEqual([failedItem(0, null, REFUSED_INPUT)]);
		});

		it('and what may be sent is sent', async () => {
			const { success } = await campaign.deletes({ keys: [Number(key)], parameters: { key: expression } });
			expect(success).toStrictEqual([deletedItem(0, key)]);
		});
	});
});
