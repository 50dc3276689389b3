import { keysFrom } from '../../simulator/profiles';
import { Campaign, PROFILE } from './campaign';
import { CONTINUE } from './onError';

const campaign = new Campaign();
const keys = keysFrom('5550001', 400);

beforeEach(() => campaign.simulator.addRecords([{ profileName: PROFILE, keys }]));

/** So many executions at once, of one item each. */
const webhooks = (count: number, run: Parameters<Campaign['deletes']>[0] = {}) =>
	Promise.all(keys.slice(0, count).map((key) => campaign.deletes({ keys: [key], onError: CONTINUE, ...run })));

it('200 webhooks with a wrong key cost one request, and each is told what to do', async () => {
	const credential = { ...campaign.credential, apiKey: 'a-wrong-key' };
	const results = await webhooks(200, { credential, secrets: ['a-wrong-key'] });
	expect(await campaign.requests()).toBe(1);
	const errors = results.map(({ success }) => success[0]!.json.error as { code: string });
	expect(errors.filter(({ code }) => code === '498')).toHaveLength(1);
	const others = errors.filter(({ code }) => code === 'RUN_STOPPED');
	expect(others).toHaveLength(199);
	expect(others[0]).toMatchObject({
		description: expect.stringContaining("into 'API Secret Key' of the credential"),
	});
});

it('An outage touches a handful of items of 300 webhooks', async () => {
	await campaign.simulator.change({ faults: [{ fault: 'webPage', httpStatus: 503 }], latency: { ms: 20 } });
	await webhooks(300);
	const touched = new Set((await campaign.simulator.ledger()).map(({ key }) => key)).size;
	expect(touched).toBeGreaterThanOrEqual(5);
	expect(touched).toBeLessThanOrEqual(15);
});
