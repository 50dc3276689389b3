import { Campaign, KEYS, NOBODY } from './campaign';
import { ERROR_OUTPUT } from './onError';
import { deletedItem, failedItem } from './shapes';

const [a] = KEYS;
const campaign = new Campaign();

const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted', attempts: 1 } as const;

describe('The error branch', () => {
	it("keeps the input item's own fields beside the error", async () => {
		const input = { contact: NOBODY, row: 7, address: { city: 'Ulm' }, message: 'hello', details: null };
		const { failed } = await campaign.deletes({ items: [input], onError: ERROR_OUTPUT });
		expect(failed).toStrictEqual([failedItem(0, NOBODY, notFound, { input })]);
	});

	it('is told by our error, not by a field of the input that has the same name', async () => {
		const items = [
			{ contact: a, error: 'from an earlier node' },
			{ contact: NOBODY, error: 'from an earlier node' },
		];
		const { success, failed } = await campaign.deletes({ items, onError: ERROR_OUTPUT });
		expect(success).toStrictEqual([deletedItem(0, a)]);
		expect(failed).toStrictEqual([failedItem(1, NOBODY, notFound, { input: { contact: NOBODY } })]);
	});

	it('tells in a hint how many items took it', async () => {
		const { hints } = await campaign.deletes({ keys: [a, NOBODY, ''], onError: ERROR_OUTPUT });
		expect(hints).toEqual([
			{
				message:
					'1 deleted, 2 not deleted, some because no contact profile with this key was found (see the error branch).',
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});
});
