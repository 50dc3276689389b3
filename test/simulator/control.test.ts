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
		simulator = await start({ seed: 5, profiles: tenRecords, settings: { latency: { ms: 1 } } });
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	it('starts with the options it was given', async () => {
		expect(await simulator.settings()).toEqual({
			throttle: { kind: 'none' },
			latency: { ms: 1 },
			faults: [],
			codeKind: 'number',
			definitionList: 'bare',
		});
		expect((await simulator.profiles()).map(({ keys }) => keys.length)).toEqual([10]);
	});

	it('changes the settings that are named, and no others', async () => {
		await simulator.change({ codeKind: 'string' });
		expect(await simulator.settings()).toMatchObject({ codeKind: 'string', latency: { ms: 1 } });
	});

	it.each<[string, object]>([
		["There is no setting 'thottle'.", { thottle: { kind: 'none' } }],
		['The setting \'throttle\' can\'t be {"kind":"fixed"}.', { throttle: { kind: 'fixed' } }],
		['The setting \'faults\' can\'t be [{"fault":"lots"}].', { faults: [{ fault: 'lots' }] }],
		['The setting \'faults\' can\'t be [{"fault":"lost","onec":1}].', { faults: [{ fault: 'lost', onec: 1 }] }],
		['The setting \'faults\' can\'t be [{"fault":"lost","keys":"("}].', { faults: [{ fault: 'lost', keys: '(' }] }],
		["The setting 'latency' can't be 5.", { latency: 5 }],
		["The setting 'codeKind' can't be \"text\".", { codeKind: 'text' }],
	])('refuses what it does not know: %s', async (message, change) => {
		await expect(simulator.change(change)).rejects.toThrow(message);
		expect(await simulator.settings()).toMatchObject({ throttle: { kind: 'none' }, latency: { ms: 1 } });
	});

	it('takes more records, and new profiles', async () => {
		await simulator.addRecords([
			{ profileName: 'sampleprofile', keys: ['one more', key] },
			{ profileName: 'loyalty', firstKey: 'LC-0099', count: 2 },
		]);
		const [sample, loyalty] = await simulator.profiles();
		expect(sample!.keys).toHaveLength(11);
		expect(loyalty).toMatchObject({
			profileId: '1002',
			profileName: 'loyalty',
			keys: ['LC-0099', 'LC-0100'],
		});
	});

	it('tells what was done to it', async () => {
		const reply = await sendDelete(simulator, { key, exparam1: 'val1' });
		const transactionId = JSON.parse(reply.text)['transaction-id'];
		const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
		expect(await simulator.ledger()).toEqual([
			{ profileName: 'sampleprofile', key, asked: 1, refused: 0, executed: 1, executedAt: at, transactionId },
		]);
		const auditParameters = { exparam1: 'val1' };
		expect(await simulator.auditLog()).toEqual([
			{ at, profileName: 'sampleprofile', key, transactionId, auditParameters },
		]);
		expect(await simulator.totals()).toMatchObject({ requests: 1, executed: 1, refused: 0, maxInFlight: 1 });
		expect(await simulator.seconds()).toMatchObject([{ requests: 1, executed: 1, refused: 0 }]);
		expect(await simulator.arrivals()).toEqual({
			authorizations: { [`Bearer ${simulator.apiKey}`]: 1 },
			stray: [],
		});
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

	it('says so when there is no such control', async () => {
		const response = await fetch(`${simulator.url}/_simulator/everything`);
		expect([response.status, await response.json()]).toEqual([
			404,
			{ message: 'There is no GET /_simulator/everything.' },
		]);
	});
});

describe('the same seed', () => {
	it('gives the same keys and transaction ids in either process', async () => {
		const here = await startSimulator({ seed: 5, profiles: tenRecords });
		const there = await spawnSimulator({ seed: 5, profiles: tenRecords });
		const tokens = ({ apiKey, deleteOnlyKey, ungrantedKey }: Simulator) => [apiKey, deleteOnlyKey, ungrantedKey];
		expect(tokens(there)).toEqual(tokens(here));
		expect(await sendDelete(there, { key })).toEqual(await sendDelete(here, { key }));
		await Promise.all([here.stop(), there.stop()]);
	});
});
