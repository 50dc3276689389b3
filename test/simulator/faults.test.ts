import type { Simulator } from '../../simulator/control';
import type { FaultRule } from '../../simulator/faults';
import { startSimulator } from '../../simulator/server';
import { sendDelete, tenRecords } from './api';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ profiles: tenRecords });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const key = '9463183911';

describe.each([
	['before', false],
	['after', true],
])('a fault %s the delete is executed leaves records, ledger and audit log truthful', (_, executed) => {
	const rules: FaultRule[] = [
		{ fault: 'lost' },
		{ fault: 'cut' },
		{ fault: 'hang' },
		{ fault: 'drip', dripMs: 1 },
		{ fault: 'failure' },
		{ fault: 'webPage', httpStatus: 503 },
		{ fault: 'empty' },
		{ fault: 'neitherField' },
		{ fault: 'idAndCode' },
		{ fault: 'redirect' },
		{ fault: 'echo' },
	];

	it.each(rules)('$fault', async (rule) => {
		await simulator.change({ faults: [{ ...rule, executed }] });
		await sendDelete(simulator, { key }, { timeoutMs: rule.fault === 'hang' ? 200 : 30_000 }).catch(() => undefined);
		expect((await simulator.profiles())[0]!.keys.includes(key)).toBe(!executed);
		expect(await simulator.ledger()).toMatchObject([{ key, asked: 1, executed: executed ? 1 : 0 }]);
		expect(await simulator.auditLog()).toHaveLength(executed ? 1 : 0);
		expect(await simulator.totals()).toMatchObject({ requests: 1, faults: 1, executed: executed ? 1 : 0 });
	});
});
