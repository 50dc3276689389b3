import { Campaign, KEYS } from './campaign';
import { deletedItem } from './shapes';

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

it("'Audit Parameters' reach the audit log under their own names, as text, without the empty ones", async () => {
	const auditParameters = {
		exparam1: '={{ "Ticket " + $json.contact }}',
		exparam2: '',
		exparam3: '={{ 4711 }}',
		exparam10: 'the last one',
	};
	await campaign.deletes({ keys: [key], parameters: { auditParameters } });
	const sent = { exparam1: `Ticket ${key}`, exparam3: '4711', exparam10: 'the last one' };
	expect(await campaign.simulator.auditLog()).toMatchObject([{ key, auditParameters: sent }]);
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
