import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { spawnSimulator } from '../../simulator/spawn';
import { sendDelete, tenRecords } from './api';

const key = '9463183911';

describe.each([
	['in this process', startSimulator],
	['in a process of its own', spawnSimulator],
])('a simulator %s', (_, start) => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await start({ profiles: tenRecords, settings: { latency: { ms: 1 } } });
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	it.each<[string, object]>([
		["There is no setting 'thottle'.", { thottle: { kind: 'none' } }],
		['The setting \'throttle\' can\'t be {"kind":"fixed"}.', { throttle: { kind: 'fixed' } }],
		['The setting \'faults\' can\'t be [{"fault":"lots"}].', { faults: [{ fault: 'lots' }] }],
		['The setting \'faults\' can\'t be [{"fault":"lost","onec":1}].', { faults: [{ fault: 'lost', onec: 1 }] }],
	])('refuses what it does not know: %s', async (message, change) => {
		await expect(simulator.change(change)).rejects.toThrow(message);
		expect(await simulator.settings()).toMatchObject({ throttle: { kind: 'none' }, latency: { ms: 1 } });
	});

	it('tells what was done to it', async () => {
		const reply = await sendDelete(simulator, { key, exparam1: 'val1' });
		const transactionId = JSON.parse(reply.text)['transaction-id'];
		const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
		const profileName = 'sampleprofile';
		expect(await simulator.ledger()).toEqual([
			{ profileName, key, asked: 1, refused: 0, executed: 1, executedAt: at, transactionId },
		]);
		const auditParameters = { exparam1: 'val1' };
		expect(await simulator.auditLog()).toEqual([{ at, profileName, key, transactionId, auditParameters }]);
		expect(await simulator.totals()).toMatchObject({ requests: 1, executed: 1, refused: 0, maxInFlight: 1 });
	});

	it('notes requests to places where the API has nothing', async () => {
		await fetch(`${simulator.url}/nextgen/?x=1`, { headers: { authorization: 'Bearer lost' } });
		expect((await simulator.arrivals()).stray).toEqual([
			{ origin: simulator.url, method: 'GET', path: '/nextgen/?x=1', authorization: 'Bearer lost' },
		]);
	});

	it('is as at the start after a reset', async () => {
		await simulator.change({ faults: [{ fault: 'lost', executed: true }], codeKind: 'string' });
		await sendDelete(simulator, { key }).catch(() => undefined);
		await simulator.reset();
		expect((await simulator.profiles())[0]!.keys).toContain(key);
		expect(await simulator.settings()).toMatchObject({ faults: [], codeKind: 'number' });
		expect([await simulator.ledger(), await simulator.auditLog(), await simulator.seconds()]).toEqual([[], [], []]);
		expect(await simulator.totals()).toMatchObject({ requests: 0, executed: 0, faults: 0 });
	});

	it('has a page that loads nothing from elsewhere', async () => {
		const html = await (await fetch(simulator.url, { headers: { accept: 'text/html' } })).text();
		const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link!);
		expect(links.length).toBeGreaterThan(3);
		for (const link of links) {
			expect(link).toMatch(/^\/_simulator\/page\//);
			expect((await fetch(simulator.url + link)).status).toBe(200);
		}
	});
});
