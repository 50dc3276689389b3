import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { sendDelete, tenRecords } from './api';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({
		profiles: [...tenRecords, { profileName: 'other', keys: ['9463183911'] }],
	});
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const key = '9463183911';

async function keysOf(profileName: string): Promise<string[]> {
	return (await simulator.profiles()).find((profile) => profile.profileName === profileName)!.keys;
}

describe('a delete', () => {
	it('removes the record and answers with nothing but a transaction id', async () => {
		const reply = await sendDelete(simulator, { key, 'profile-name': 'sampleprofile' });
		expect(reply.httpStatus).toBe(200);
		expect(JSON.parse(reply.text)).toEqual({ 'transaction-id': expect.stringMatching(/^[0-9a-f]{32}$/) });
		expect(await keysOf('sampleprofile')).not.toContain(key);
	});

	it('touches the named profile only', async () => {
		await sendDelete(simulator, { key, 'profile-name': 'other' });
		expect(await keysOf('other')).toEqual([]);
		expect(await keysOf('sampleprofile')).toContain(key);
	});

	it('means sampleprofile when no profile is named', async () => {
		await sendDelete(simulator, { key });
		expect(await keysOf('sampleprofile')).not.toContain(key);
		expect(await keysOf('other')).toContain(key);
	});

	it('finds nothing the second time', async () => {
		await sendDelete(simulator, { key });
		expect(JSON.parse((await sendDelete(simulator, { key })).text)).toHaveProperty('code', 1020);
	});

	it('may be asked for by a key that can do nothing else', async () => {
		const reply = await sendDelete(simulator, { key }, { apiKey: simulator.deleteOnlyKey });
		expect(JSON.parse(reply.text)).toHaveProperty('transaction-id');
	});

	it('is written into the audit log with its extra parameters, all ten', async () => {
		const auditParameters = Object.fromEntries(
			Array.from({ length: 10 }, (_, index) => [`exparam${index + 1}`, `value ${index + 1}`]),
		);
		const reply = await sendDelete(simulator, { key, ...auditParameters, exparam11: 'not a parameter' });
		expect(await simulator.auditLog()).toEqual([
			{
				at: expect.stringMatching(/^\d{4}-/),
				profileName: 'sampleprofile',
				key,
				transactionId: JSON.parse(reply.text)['transaction-id'],
				auditParameters,
			},
		]);
	});

	it('of something that is not there is not in the audit log', async () => {
		await sendDelete(simulator, { key: 'no such key', exparam1: 'val1' });
		expect(await simulator.auditLog()).toEqual([]);
	});
});

describe('another context path', () => {
	it('is where the API is, and nowhere else', async () => {
		const former = await startSimulator({ context: '/imicampaignapi', profiles: tenRecords });
		expect(former.endpoint).toBe(`${former.url}/imicampaignapi`);
		expect((await sendDelete(former, { key })).text).toContain('transaction-id');
		const usual = await sendDelete({ ...former, endpoint: `${former.url}/campaignapi` }, { key });
		await former.stop();
		expect([usual.httpStatus, usual.contentType]).toEqual([404, expect.stringContaining('text/html')]);
	});
});
