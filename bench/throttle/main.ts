/**
 * How near the node comes to the fastest that a throttle allows, and how many refusals that costs: in virtual time, on a clock
 * as rough as real ones, with many seeds; and on sockets against the simulator. The rules were tuned with seeds below 1,000.
 * Usage: npm run bench -- throttle [--only "share" --virtual --seeds 20 --from 1001 --sockets --rounds 12]
 */
import { parseArgs } from 'node:util';

import { miss, perCent, print } from '../print';
import { distribution, holds, type Figures } from './figures';
import { runOnSockets } from './onSockets';
import { itemsOf, scenarios, type Promised, type Scenario } from './scenarios';
import { simulate } from './simulate';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', default: '' },
			virtual: { type: 'boolean', default: false },
			seeds: { type: 'string', default: '20' },
			from: { type: 'string', default: '1001' },
			sockets: { type: 'boolean', default: false },
			rounds: { type: 'string', default: '1' },
		},
	});
	const rows = scenarios.filter(({ name }) => name.includes(values.only));
	if (!values.sockets) await virtually(rows, Number(values.from), Number(values.seeds));
	if (!values.virtual) await onSockets(rows, Number(values.rounds));
	process.exit();
}

async function virtually(rows: Scenario[], from: number, seeds: number): Promise<void> {
	console.log(`In virtual time, ${seeds} seeds: efficiency of 99 of 100 and of half of them, waste of 99 of 100\n`);
	for (const scenario of rows) {
		const runs: Figures[] = [];
		for (let seed = from; seed < from + seeds; seed++) runs.push(await simulate(scenario, seed));
		const all = distribution(runs);
		print(scenario.name, { items: itemsOf(scenario), failed: all.failed, ...named(all) });
		if (!holds(scenario, all)) miss(JSON.stringify(named(scenario)));
	}
}

async function onSockets(rows: Scenario[], rounds: number): Promise<void> {
	console.log('\nOn sockets: the run loop, with the simulator in a process of its own\n');
	const all = rows.filter((row) => row.onSockets).flatMap((row) => Array<Scenario>(rounds).fill(row));
	for (const scenario of all) {
		const { failed, actualMs, idealMs, efficiency, waste } = await runOnSockets(scenario);
		const times = { seconds: actualMs / 1000, ideal: idealMs / 1000 };
		print(scenario.name, { items: itemsOf(scenario), failed, ...times, efficiency, waste: perCent(waste) });
		// One run is one seed: held to what nearly all of them reach, and to no median.
		const fine = failed === 0 && efficiency >= scenario.atLeast && waste <= scenario.waste;
		if (!fine) miss(JSON.stringify(named(scenario)));
	}
}

const named = ({ atLeast, median, waste, within }: Promised) => ({
	'99 of 100': atLeast,
	half: median,
	waste: waste < Infinity ? perCent(waste) : 'any',
	seconds: within,
});

void main();
