import { startSimulator } from '../../simulator/server';
import type { Claim } from '../truth/claims';
import { lostOrRepeated, mismatches, type Fact } from '../truth/mismatches';
import { judge, scenarios, type Verdict } from '../truth/scenarios';

const SEED = 7;

describe('Truth: what the node says about each item, held against the ledger', () => {
	const verdicts = new Map<string, Verdict>();
	beforeAll(async () => {
		// All at once, each with a simulator of its own: they mostly wait.
		await Promise.all(
			scenarios.map(async (scenario) => {
				const simulator = await startSimulator({ seed: SEED, profiles: [] });
				verdicts.set(scenario.name, await judge(simulator, scenario, 800, SEED));
				await simulator.stop();
			}),
		);
	}, 600_000);

	it.each(scenarios)('holds in the scenario "$name"', ({ name }) => {
		expect(verdicts.get(name)?.mismatches).toEqual([]);
		expect(verdicts.get(name)?.items).toBeGreaterThan(200);
	});
});

describe('The check of truth reports', () => {
	const untouched: Fact = { asked: 1, executed: 0, transactionId: null, isThere: true };
	const deleted: Fact = { asked: 1, executed: 1, transactionId: 'id', isThere: false };

	it.each<[what: string, Omit<Claim, 'item'>, Fact]>([
		['the server never deleted it', { status: 'deleted' }, { ...untouched, isThere: false }],
		['the record is still there', { status: 'goneAfterRetry' }, untouched],
		['the transaction id is id', { status: 'deleted', transactionId: 'made up' }, deleted],
		['the server deleted it', { status: 'notDeleted' }, deleted],
		['the server deleted it', { status: 'notFound' }, deleted],
		['it was asked for 1 times', { status: 'notAttempted' }, untouched],
		['it was asked for 2 times and not 1', { status: 'unknown', attempts: 1 }, { ...untouched, asked: 2 }],
	])('%s, of %j', (what, claim, fact) => {
		expect(mismatches([{ item: 0, ...claim }], () => fact)).toEqual([`item 0 says ${claim.status}, but ${what}`]);
	});

	it('an item that gets lost, and one that comes twice', () => {
		const claims: Claim[] = [0, 2, 2].map((item) => ({ item, status: 'deleted' }));
		expect(lostOrRepeated(claims, 3)).toEqual(['item 1 comes out 0 times', 'item 2 comes out 2 times']);
	});
});
