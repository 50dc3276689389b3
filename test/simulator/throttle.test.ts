import type { Simulator } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { sendDelete, tenRecords } from './api';
import { watchDelete } from './socket';
import { until } from './until';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ profiles: tenRecords });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const key = '9463183911';

describe('a request beyond the throttle', () => {
	it('is refused, not executed, and counted apart', async () => {
		await simulator.change({ throttle: { kind: 'fixed', limit: 2, windowMs: 60_000 } });
		const replies = [];
		for (let request = 0; request < 5; request++) replies.push(await sendDelete(simulator, { key }));
		expect(replies.map(({ httpStatus }) => httpStatus)).toEqual([200, 200, 429, 429, 429]);
		expect(replies[2]!.retryAfter).toBeNull();
		expect(await simulator.ledger()).toMatchObject([{ key, asked: 5, refused: 3, executed: 1 }]);
		expect(await simulator.totals()).toMatchObject({ requests: 5, refused: 3, executed: 1 });
		const seconds = await simulator.seconds();
		const sum = (count: 'requests' | 'refused' | 'executed') =>
			seconds.reduce((total, second) => total + second[count], 0);
		expect([sum('requests'), sum('refused'), sum('executed')]).toEqual([5, 3, 1]);
	});

	it.each([
		['seconds', /^\d+$/],
		['date', /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/],
	] as const)('is told when to come back, if the rule says so: as %s', async (form, pattern) => {
		await simulator.change({ throttle: { kind: 'sliding', limit: 1, windowMs: 60_000, retryAfter: form } });
		await sendDelete(simulator, { key });
		const { retryAfter } = await sendDelete(simulator, { key });
		expect(retryAfter).toMatch(pattern);
		const seconds = form === 'seconds' ? Number(retryAfter) : (Date.parse(retryAfter!) - Date.now()) / 1000;
		expect(Math.ceil(seconds)).toBeGreaterThan(30);
		expect(Math.floor(seconds)).toBeLessThanOrEqual(61);
	});

	it('does not count for one who has no grant', async () => {
		await simulator.change({ throttle: { kind: 'fixed', limit: 1, windowMs: 60_000 } });
		await sendDelete(simulator, { key }, { apiKey: 'wrong' });
		expect((await sendDelete(simulator, { key })).httpStatus).toBe(200);
	});
});

describe('a limit on concurrency', () => {
	it('takes the next request once a reply has left, or its client is gone', async () => {
		await simulator.change({
			throttle: { kind: 'concurrent', limit: 1 },
			faults: [{ fault: 'hang', times: 1 }],
		});
		const hanging = watchDelete(simulator, key);
		await until(async () => (await simulator.totals()).faults === 1);
		expect((await sendDelete(simulator, { key })).httpStatus).toBe(429);
		hanging.socket.destroy();
		await until(async () => (await simulator.totals()).inFlight === 0);
		expect((await sendDelete(simulator, { key })).httpStatus).toBe(200);
		expect((await sendDelete(simulator, { key })).httpStatus).toBe(200);
		expect((await simulator.totals()).maxInFlight).toBe(2);
	});
});

describe('latency', () => {
	it('delays the reply, not the delete: who leaves early has deleted all the same', async () => {
		await simulator.change({ latency: { ms: 60_000 } });
		const { socket } = watchDelete(simulator, key);
		await until(async () => (await simulator.totals()).executed === 1);
		expect((await simulator.totals()).inFlight).toBe(1);
		socket.destroy();
		await until(async () => (await simulator.totals()).inFlight === 0);
		expect((await simulator.ledger())[0]).toMatchObject({ key, executed: 1 });
	});
});
