import { Campaign, KEYS, PROFILE } from './campaign';
import { CONTINUE, ON_ERROR } from './onError';
import { expectAllRefused } from './refusals';
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
			keys: [a, b],
			options: { dryRun },
			parameters: { auditParameters: { exparam1: 'Ticket 4711' } },
		});
		const request = (key: string) => ({
			method: 'POST',
			url: `${campaign.simulator.endpoint}/resources/v3/delete`,
			body: { 'profile-name': PROFILE, key, exparam1: 'Ticket 4711' },
		});
		expect(success).toStrictEqual([
			itemWithout('dryRun', 0, a, { request: request(a) }),
			itemWithout('dryRun', 1, b, { request: request(b) }),
		]);
		expect(hints).toHaveLength(1);
	});

	it('a profile name that is left blank is not in the request', async () => {
		const { success } = await campaign.deletes({
			keys: [a],
			options: { dryRun: true },
			parameters: { profileName: { __rl: true, mode: 'name', value: '' } },
		});
		expect(success[0]!.json).toMatchObject({ profileName: null, request: { body: { key: a } } });
		expect(success[0]!.json.request).not.toHaveProperty(['body', 'profile-name']);
	});

	it('a key that would be refused is refused', async () => {
		const options = { dryRun: true };
		const { success } = await campaign.deletes({ keys: ['', a], onError: CONTINUE, options });
		expect(success).toStrictEqual([
			failedItem(0, null, REFUSED_INPUT),
			itemWithout('dryRun', 1, a, { request: expect.anything() }),
		]);
	});

	it('On Error stopWorkflow: a key that would be refused stops it', async () => {
		const { error } = await campaign.deletes({ keys: [a, ''], options: { dryRun: true } });
		expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 1 } });
	});

	it.each(ON_ERROR)('On Error %s: a credential that would be refused is refused', async (onError) => {
		const credential = { ...campaign.credential, apiKey: '' };
		const result = await campaign.deletes({ keys: [a, b], onError, credential, options: { dryRun: true } });
		expectAllRefused(result, onError, [a, b], REFUSED_CREDENTIAL);
	});
});
