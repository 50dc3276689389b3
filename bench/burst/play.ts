import { setTimeout as wait } from 'node:timers/promises';

import type { Simulator } from '../../simulator/control';
import { runNode } from '../../test/n8nEngine/runNode';
import { idealMs } from '../throttle/ideal';
import type { Burst } from './rows';

export interface Played {
	/** Items that were not deleted. */
	failed: number;
	efficiency: number;
	/** Requests that the throttle refused ÷ items. */
	waste: number;
	mostAtOnce: number;
	/** Beside a list: how long the slowest webhook took ÷ the time of its fair share of the throttle. */
	slowestShare: number | undefined;
}

const PROFILE = 'burst';
const CONCURRENCY = 10;

/** Plays a burst: the built node in n8n's engine, all executions in this process, against a simulator. */
export async function play(simulator: Simulator, burst: Burst): Promise<Played> {
	const { rule, executions, latencyMs = 10 } = burst;
	const total = executions.reduce((sum, { items }) => sum + items, 0);
	await simulator.reset();
	await simulator.addRecords([{ profileName: PROFILE, firstKey: '1000000000', count: total }]);
	await simulator.change({ throttle: rule, latency: { ms: latencyMs } });
	let next = 1_000_000_000;
	const began = performance.now();
	const run = async ({ items, at }: Burst['executions'][number]) => {
		const keys = Array.from({ length: items }, () => ({ key: String(next++) }));
		await wait(at);
		const begun = performance.now();
		const { success } = await runNode({
			items: keys,
			parameters: {
				key: '={{ $json.key }}',
				profileName: { __rl: true, mode: 'name', value: PROFILE },
				options: burst.options ?? {},
			},
			credential: { region: 'custom', customEndpoint: simulator.endpoint, apiKey: simulator.apiKey },
			onError: 'continueErrorOutput',
		});
		const deleted = success.filter(({ json }) => json.deleted === true).length;
		return { items, deleted, took: performance.now() - begun };
	};
	const ended: Array<Awaited<ReturnType<typeof run>>> = [];
	if (burst.inTurns) for (const execution of executions) ended.push(await run(execution));
	else ended.push(...(await Promise.all(executions.map(run))));
	const actualMs = performance.now() - began;

	const { refused, maxInFlight } = await simulator.totals();
	const webhooks = ended.filter(({ items }) => items === 1);
	const beside = webhooks.length < ended.length && webhooks.length > 0;
	const ideal = (items: number) => idealMs(rule, 0, items, latencyMs, CONCURRENCY);
	return {
		failed: total - ended.reduce((sum, { deleted }) => sum + deleted, 0),
		efficiency: ideal(total) / actualMs,
		waste: refused / total,
		mostAtOnce: maxInFlight,
		slowestShare: beside
			? Math.max(...webhooks.map(({ took }) => took)) / ideal(ended.length + limitOf(rule))
			: undefined,
	};
}

/** The window in which the webhooks come may have been used up by the list. */
const limitOf = (rule: Burst['rule']) => ('limit' in rule ? rule.limit : 0);
