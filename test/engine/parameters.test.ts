import { Campaign, KEYS, NOBODY } from './campaign';
import { deletedItem, itemWithout } from './shapes';

const [key] = KEYS;
const campaign = new Campaign();
const byName = (value: string) => ({ __rl: true, mode: 'name', value });

describe("'Profile Name'", () => {
	it.each([
		['blank', byName('')],
		['blank in the list', { __rl: true, mode: 'list', value: '' }],
		['switched to an expression and left blank', byName('=')],
	])('is left out of the request if the field is %s', async (_, profileName) => {
		const { success } = await campaign.deletes({ keys: [key], parameters: { profileName } });
		expect(success).toStrictEqual([deletedItem(0, key, { profileName: null })]);
	});

	it.each([
		['typed', byName('newsletter')],
		['chosen from the list', { __rl: true, mode: 'list', value: 'newsletter' }],
		['an expression', byName("={{ 'newsletter' }}")],
		['a whole expression', "={{ 'newsletter' }}"],
	])('is sent if it is %s', async (_, profileName) => {
		const reader = 'reader01@example.com';
		const { success } = await campaign.deletes({ keys: [reader], parameters: { profileName } });
		expect(success).toStrictEqual([deletedItem(0, reader, { profileName: 'newsletter' })]);
	});
});

describe("'Audit Parameters'", () => {
	it('reach the audit log under their own names, as text, without the empty ones', async () => {
		const auditParameters = {
			exparam1: '={{ "Ticket " + $json.contact }}',
			exparam2: '',
			exparam3: '={{ 4711 }}',
			exparam4: '={{ true }}',
			exparam10: 'the last one',
		};
		await campaign.deletes({ keys: [key], parameters: { auditParameters } });
		expect(await campaign.simulator.auditLog()).toMatchObject([
			{
				key,
				auditParameters: {
					exparam1: `Ticket ${key}`,
					exparam3: '4711',
					exparam4: 'true',
					exparam10: 'the last one',
				},
			},
		]);
	});
});

describe("A date in 'Audit Parameters'", () => {
	it.each([
		['of JavaScript', '={{ new Date(0) }}'],
		['of n8n', "={{ DateTime.fromMillis(0, { zone: 'utc' }) }}"],
		['of n8n, a blank after it', "={{ DateTime.fromMillis(0, { zone: 'utc' }) }} "],
	])('becomes ISO text: one %s', async (_, exparam1) => {
		await campaign.deletes({ keys: [key], parameters: { auditParameters: { exparam1 } } });
		expect(await campaign.simulator.auditLog()).toMatchObject([
			{ auditParameters: { exparam1: '1970-01-01T00:00:00.000Z' } },
		]);
	});
});

describe('Options', () => {
	it('at their bounds are accepted', async () => {
		const options = { concurrency: 50, maxRetries: 10, maxThrottleWait: 86_400, requestTimeout: 2_147_483 };
		const { success } = await campaign.deletes({
			keys: [NOBODY],
			options: { ...options, ifNotFound: 'continue', dryRun: '={{ false }}' },
		});
		expect(success).toStrictEqual([itemWithout('notFound', 0, NOBODY)]);
	});
});
