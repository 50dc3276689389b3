import type { FaultRule } from '../../simulator/faults';
import type { Simulator } from '../../simulator/control';
import type { ThrottleRule } from '../../simulator/throttles';
import { runNode, type NodeResult, type NodeRun } from '../n8nEngine/runNode';
import { claimsOf, claimsOfStopReport, type Claim } from './claims';
import { faultMix } from './faultMix';
import { factsOf, makeList, profileName, recordsOf } from './list';
import { lostOrRepeated, mismatches } from './mismatches';

export interface Scenario {
	name: string;
	/** Share of the items that the truth test was asked for: what ends early needs no long list. */
	share: number;
	faults: FaultRule[];
	throttle?: ThrottleRule;
	node?: Partial<NodeRun>;
	options?: Record<string, unknown>;
	/** Not one run over the whole list, but many of so many items each, so many of them at once. */
	runs?: { items: number; atOnce: number };
}

const oftenLost: FaultRule[] = [
	{ fault: 'lost', executed: true, probability: 0.15 },
	{ fault: 'failure', code: 500, executed: false, probability: 0.15 },
];

export const scenarios: Scenario[] = [
	{ name: 'every fault', share: 1, faults: faultMix },
	{
		name: 'every fault, throttled',
		share: 0.1,
		faults: faultMix,
		throttle: { kind: 'fixed', limit: 400, windowMs: 1000 },
	},
	{ name: 'no retries', share: 0.1, faults: faultMix, options: { maxRetries: 0 } },
	{ name: 'webhooks, 50 at once', share: 0.05, faults: faultMix, runs: { items: 1, atOnce: 50 } },
	{
		name: 'batches in a loop, throttled',
		share: 0.1,
		faults: faultMix,
		throttle: { kind: 'fixed', limit: 400, windowMs: 1000 },
		runs: { items: 50, atOnce: 1 },
	},
	{
		name: 'a key that loses its grant midway',
		share: 0.1,
		faults: [{ fault: 'failure', code: 430, keys: '^known-1[0-9]{2}$' }, ...oftenLost],
	},
	{
		name: 'a throttle that never opens again',
		share: 0.1,
		faults: oftenLost,
		throttle: { kind: 'fixed', limit: 300, windowMs: 3_600_000 },
		options: { maxThrottleWait: 1 },
	},
	{
		name: 'an outage midway',
		share: 0.1,
		faults: [{ fault: 'lost', keys: '^known-[1-9][0-9]{2}$' }, ...oftenLost],
	},
	{
		name: 'On Error: Stop',
		share: 0.1,
		faults: [{ fault: 'failure', code: 1010, keys: '^known-2[0-9]{2}$' }, ...oftenLost],
		node: { onError: 'stopWorkflow' },
	},
	{
		name: 'Retry On Fail, Stop',
		share: 0.1,
		faults: [{ fault: 'failure', code: 1010, probability: 0.002 }, ...oftenLost],
		node: { onError: 'stopWorkflow', settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
	},
];

export interface Verdict {
	items: number;
	counts: Record<string, number>;
	mismatches: string[];
}

/** Runs a scenario and holds every item's claim against the ledger. */
export async function judge(simulator: Simulator, scenario: Scenario, items: number, seed: number): Promise<Verdict> {
	const stops = scenario.node?.onError === 'stopWorkflow';
	const keys = new Set<string>();
	const list = makeList(Math.max(300, Math.round(items * scenario.share)), seed).filter(({ key }) => {
		// Of two runs that name the same profile the second truly finds nothing.
		const repeats = scenario.runs !== undefined && keys.size === keys.add(key).size;
		return !repeats && !(stops && key === '');
	});
	await simulator.reset();
	await simulator.addRecords(recordsOf(list));
	await simulator.change({ faults: scenario.faults, throttle: scenario.throttle ?? { kind: 'none' } });
	const run = (part: typeof list) =>
		runNode({
			items: part,
			parameters: {
				key: '={{ $json.key }}',
				profileName: { __rl: true, mode: 'name', value: profileName },
				options: {
					concurrency: 50,
					requestTimeout: 1,
					ifNotFound: stops ? 'continue' : 'fail',
					...scenario.options,
				},
			},
			credential: { region: 'custom', customEndpoint: simulator.endpoint, apiKey: simulator.apiKey },
			onError: 'continueErrorOutput',
			...scenario.node,
		});
	const { items: each, atOnce } = scenario.runs ?? { items: list.length, atOnce: 1 };
	const claims: Claim[] = [];
	let incomplete = false;
	let begun = 0;
	const runInTurns = async () => {
		while (begun < list.length) {
			const first = begun;
			begun += each;
			const result = await run(list.slice(first, first + each));
			incomplete ||= result.error?.description?.includes('more item') ?? false;
			for (const claim of result.error ? stopClaims(result) : claimsOf(result)) {
				claims.push({ ...claim, item: first + claim.item });
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, runInTurns));
	const facts = await factsOf(simulator, list);
	return {
		items: list.length,
		counts: countBy(claims.map(({ status }) => status)),
		mismatches: [...mismatches(claims, facts), ...(incomplete ? [] : lostOrRepeated(claims, list.length))],
	};
}

/** The report's groups, and the item that the error is thrown for: all that is claimed of it is that it failed. */
function stopClaims({ error }: NodeResult) {
	const item = error?.context?.itemIndex ?? -1;
	const unknown = /it is not known/.test(error?.message ?? '');
	return [
		...claimsOfStopReport(error?.description ?? ''),
		{ item, status: unknown ? ('unknown' as const) : ('notDeleted' as const) },
	];
}

function countBy(names: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}
