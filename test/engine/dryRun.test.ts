import { Campaign, KEYS, PROFILE } from './campaign';
import { CONTINUE } from './onError';
import { failedItem, itemWithout, REFUSED_CREDENTIAL, REFUSED_INPUT } from './shapes';

const [a, b] = KEYS;
const campaign = new Campaign();

describe('A dry run checks everything and sends nothing', () => {
	afterEach(async () => expect(await campaign.requests()).toBe(0));

	it.each([
		['switched on', true],
		['an expression', '={{ 1 < 2 }}'],
	])('%s: each item shows the request that it would send, without the API key', async (_, dryRun) => {
		const { success, hints } = await campaign.deletes({
			keys: ['', a, b],
			onError: CONTINUE,
			options: { dryRun },
			parameters: { auditParameters: { exparam1: 'Ticket 4711' } },
		});
		const request = (key: string) => ({
			method: 'POST',
			url: `${campaign.simulator.endpoint}/resources/v3/delete`,
			body: { 'profile-name': PROFILE, key, exparam1: 'Ticket 4711' },
		});
		expect(success).toStrictEqual([
			failedItem(0, '', REFUSED_INPUT),
			itemWithout('dryRun', 1, a, { request: request(a) }),
			itemWithout('dryRun', 2, b, { request: request(b) }),
		]);
		expect(hints).toHaveLength(1);
	});

	it('a credential that would be refused is refused', async () => {
		const run = { keys: [a], onError: CONTINUE, options: { dryRun: true } };
		const { success } = await campaign.deletes({ ...run, credential: { ...campaign.credential, apiKey: '' } });
		expect(success).toStrictEqual([failedItem(0, null, REFUSED_CREDENTIAL)]);
	});
});
