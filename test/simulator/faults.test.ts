import type { Simulator } from '../../simulator/control';
import type { FaultRule } from '../../simulator/faults';
import { startSimulator } from '../../simulator/server';
import { sendDelete, tenRecords } from './api';
import { bodyOf, watchDelete } from './socket';
import { until } from './until';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ profiles: tenRecords });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const key = '9463183911';
const beforeAndAfter = [
	['before', false],
	['after', true],
] as const;

async function isThere(): Promise<boolean> {
	return (await simulator.profiles())[0]!.keys.includes(key);
}

describe.each(beforeAndAfter)('a fault %s the delete is executed', (_, executed) => {
	const rules: FaultRule[] = [
		{ fault: 'lost' },
		{ fault: 'cut' },
		{ fault: 'drip', dripMs: 1 },
		{ fault: 'failure' },
		{ fault: 'webPage' },
		{ fault: 'webPage', httpStatus: 503 },
		{ fault: 'empty' },
		{ fault: 'neitherField' },
		{ fault: 'idAndCode' },
		{ fault: 'redirect' },
		{ fault: 'echo' },
	];

	it.each(rules)('leaves records, ledger and audit log truthful: $fault', async (rule) => {
		await simulator.change({ faults: [{ ...rule, executed }] });
		await watchDelete(simulator, key).closed;
		expect(await isThere()).toBe(!executed);
		expect(await simulator.ledger()).toMatchObject([{ key, asked: 1, executed: executed ? 1 : 0 }]);
		expect(await simulator.auditLog()).toHaveLength(executed ? 1 : 0);
		expect(await simulator.totals()).toMatchObject({ requests: 1, faults: 1, executed: executed ? 1 : 0 });
	});

	it('closes the connection without a byte: lost', async () => {
		await simulator.change({ faults: [{ fault: 'lost', executed }] });
		expect(await watchDelete(simulator, key).closed).toBe('');
	});

	it('sends head and half of the body, then closes the connection: cut', async () => {
		await simulator.change({ faults: [{ fault: 'cut', executed }] });
		const reply = await watchDelete(simulator, key).closed;
		const promised = Number(/content-length: (\d+)/.exec(reply)![1]);
		expect(bodyOf(reply)).toHaveLength(Math.floor(promised / 2));
	});

	it('sends the whole reply byte by byte: drip', async () => {
		await simulator.change({ faults: [{ fault: 'drip', dripMs: 2, executed }] });
		const { pieces, closed } = watchDelete(simulator, key);
		const content = JSON.parse(bodyOf(await closed));
		expect(content).toHaveProperty(executed ? 'transaction-id' : 'code');
		expect(pieces.length).toBeGreaterThan(10);
	});

	it('says nothing and keeps the connection, until the client goes: hang', async () => {
		await simulator.change({ faults: [{ fault: 'hang', times: 1, executed }] });
		const { socket, pieces } = watchDelete(simulator, key);
		await until(async () => (await simulator.totals()).faults === 1);
		await sendDelete(simulator, { key: 'another one' });
		expect([pieces, socket.readyState]).toEqual([[], 'open']);
		expect((await simulator.totals()).inFlight).toBe(1);
		expect(await isThere()).toBe(!executed);
		socket.destroy();
		await until(async () => (await simulator.totals()).inFlight === 0);
	});
});

describe('what a struck client is told', () => {
	it.each<[string, FaultRule, number, RegExp]>([
		['a failure: 500 by default', { fault: 'failure' }, 500, /^{"code":500,"description":"Internal server error"}$/],
		['a failure of the table', { fault: 'failure', code: 499 }, 499, /^{"code":499,/],
		['the same, its code given as text', { fault: 'failure', code: '499' }, 499, /^{"code":499,/],
		['a code the page does not know', { fault: 'failure', code: 777 }, 200, /^{"code":777,/],
		['the same with a status', { fault: 'failure', code: 777, httpStatus: 503 }, 503, /^{"code":777,/],
		['a web page', { fault: 'webPage' }, 200, /^<!DOCTYPE html>/],
		['a web page of a proxy', { fault: 'webPage', httpStatus: 503 }, 503, /^<!DOCTYPE html>/],
		['nothing', { fault: 'empty' }, 200, /^$/],
		['neither field', { fault: 'neitherField' }, 200, /^{"status":"ok"}$/],
		['both fields', { fault: 'idAndCode' }, 200, /^{"transaction-id":".+","code":1010,"description":".+"}$/],
	])('%s', async (_, rule, httpStatus, text) => {
		await simulator.change({ faults: [rule] });
		expect(await sendDelete(simulator, { key })).toMatchObject({
			httpStatus,
			text: expect.stringMatching(text),
		});
	});

	it('to go to another origin, which notes who comes', async () => {
		await simulator.change({ faults: [{ fault: 'redirect' }] });
		const { httpStatus, location } = await sendDelete(simulator, { key });
		expect([httpStatus, location]).toEqual([302, `${simulator.elsewhere}/`]);
		await fetch(location!, { headers: { authorization: 'Bearer leaked' } });
		expect(await simulator.arrivals()).toEqual({
			authorizations: { [`Bearer ${simulator.apiKey}`]: 1, 'Bearer leaked': 1 },
			stray: [{ origin: simulator.elsewhere, method: 'GET', path: '/', authorization: 'Bearer leaked' }],
		});
	});

	it('its own Authorization header', async () => {
		await simulator.change({ faults: [{ fault: 'echo' }] });
		const { description } = JSON.parse((await sendDelete(simulator, { key })).text);
		expect(description).toContain(`Bearer ${simulator.apiKey}`);
	});
});
