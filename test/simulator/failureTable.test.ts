import type { Simulator } from '../../simulator/control';
import { failures } from '../../simulator/failures';
import { startSimulator } from '../../simulator/server';
import { sendDelete, tenRecords, type Received } from './api';
import { failureTableOfThePage } from './referencePage';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ profiles: tenRecords });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const key = '9463183911';

/** How a client meets each code of the page. */
const ways: Record<number, () => Promise<Received>> = {
	102: () => sendDelete(simulator, { key, 'profile-name': 'no such profile' }),
	1010: () => withFailure(1010),
	1020: () => sendDelete(simulator, { key: 'no such key' }),
	430: () => sendDelete(simulator, { key }, { apiKey: simulator.ungrantedKey }),
	498: () => sendDelete(simulator, { key }, { apiKey: 'wrong' }),
	405: () => sendDelete(simulator, { key }, { method: 'PUT' }),
	429: async () => {
		await simulator.change({ throttle: { kind: 'fixed', limit: 1, windowMs: 60_000 } });
		await sendDelete(simulator, { key: 'first of the window' });
		return sendDelete(simulator, { key });
	},
	499: () => withFailure(499),
	500: () => withFailure(500),
	1001: () => sendDelete(simulator, '{"key":'),
};

async function withFailure(code: number): Promise<Received> {
	await simulator.change({ faults: [{ fault: 'failure', code, keys: `^${key}$` }] });
	return sendDelete(simulator, { key });
}

describe('the failure table of the reference page', () => {
	it('is the table the simulator answers by, row by row and in its order', () => {
		expect(failures).toEqual(failureTableOfThePage());
	});

	it.each(failureTableOfThePage())('can be met: HTTP $httpStatus, code $code, and leaves the record', async (row) => {
		const reply = await ways[row.code]!();
		expect(reply.httpStatus).toBe(row.httpStatus);
		expect(reply.contentType).toMatch(/^application\/json\b/);
		expect(JSON.parse(reply.text)).toEqual({ code: row.code, description: row.description });
		expect((await simulator.profiles())[0]!.keys).toContain(key);
	});

	it.each(failureTableOfThePage())('comes with a string for a code if so switched: $code', async ({ code }) => {
		await simulator.change({ codeKind: 'string' });
		const { text } = await ways[code]!();
		expect(JSON.parse(text)).toHaveProperty('code', String(code));
	});
});

describe('a request the page does not describe', () => {
	it.each<[string, string, string?]>([
		['no JSON', 'key=1'],
		['a bare string', '"9463183911"'],
		['an array', '[{"key":"9463183911"}]'],
		['no key', '{}'],
		['a key that is a number', '{"key":9463183911}'],
		['a profile name that is a number', '{"key":"9463183911","profile-name":1}'],
		['an extra parameter that is a number', '{"key":"9463183911","exparam10":1}'],
		['another content type', JSON.stringify({ key }), 'text/plain'],
	])('is refused with 500/1001: %s', async (_, body, contentType = 'application/json') => {
		const reply = await sendDelete(simulator, body, { contentType });
		expect([reply.httpStatus, JSON.parse(reply.text).code]).toEqual([500, 1001]);
	});

	it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('is refused with 405/405: %s', async (method) => {
		const reply = await sendDelete(simulator, { key }, { method });
		expect([reply.httpStatus, JSON.parse(reply.text).code]).toEqual([405, 405]);
	});
});
