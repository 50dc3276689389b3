import { Campaign, KEYS } from './campaign';
import { firstReplyDecides } from './failureCases';
import { CONTINUE } from './onError';
import { deletedItem, failedItem } from './shapes';

const campaign = new Campaign();

describe('A transaction id beside a code', () => {
	it('is a success, if it is the code 200 with HTTP 200', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'idAndCode', code: 200, executed: true }] });
		const { success } = await campaign.deletes({ keys: [KEYS[0]] });
		expect(success).toStrictEqual([deletedItem(0, KEYS[0])]);
	});

	it('is unknown with any other code, says so in its own words, and five in a row are no outage', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'idAndCode', code: 1010 }] });
		const keys = [...KEYS, 'a sixth', 'a seventh'];
		const { success } = await campaign.deletes({ keys, onError: CONTINUE, options: firstReplyDecides });
		const fields = { code: 'UNEXPECTED_REPLY', httpStatus: 200, outcome: 'unknown', attempts: 1 } as const;
		expect(success).toStrictEqual(keys.map((key, item) => failedItem(item, key, fields)));
		expect(success[0]!.json.error).toMatchObject({
			message: expect.stringContaining('in a way that contradicts itself'),
			description: expect.stringContaining('"transaction-id":"neither-true-nor-false","code":1010'),
		});
	});
});
