/**
 * How near the node comes to the fastest that a throttle allows, and how many refusals that costs: in virtual time with
 * many seeds, and on sockets against the simulator.
 * Usage: npm run bench:throttle [-- --seeds 20 --only "share" --virtual --neighbours --rough]
 */
import { parseArgs } from 'node:util';

import { distribution, holds, type Figures } from './figures';
import { neighbours } from './neighbours';
import { runOnSockets } from './onSockets';
import { promised, type Promised, type Scenario } from './scenarios';
import { simulate } from './simulate';

const columns = (...cells: string[]) =>
	cells.map((cell, i) => (i === 0 ? cell.padEnd(38) : cell.padStart(i < 3 ? 8 : 12 + i))).join('');

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			seeds: { type: 'string', default: '20' },
			only: { type: 'string', default: '' },
			virtual: { type: 'boolean', default: false },
			neighbours: { type: 'boolean', default: false },
			rough: { type: 'boolean', default: false },
		},
	});
	const isMeant = ({ name }: Scenario) => name.includes(values.only);
	const rows = promised.filter(isMeant);
	let missed = await virtually(rows, Number(values.seeds), values.rough);
	if (values.neighbours) await virtually(neighbours.filter(isMeant), Number(values.seeds), values.rough);
	if (!values.virtual) missed += await onSockets(rows.filter(({ virtualOnly }) => !virtualOnly));
	process.exit(missed === 0 ? 0 : 1);
}

async function virtually(scenarios: Scenario[], seeds: number, isRough: boolean): Promise<number> {
	console.log(`In virtual time, ${seeds} seeds: efficiency of 99 of 100 seeds and of half of them, waste of half\n`);
	console.log(columns('scenario', 'items', 'failed', 'efficiency', 'waste %', 'promised', ''));
	let missed = 0;
	for (const scenario of scenarios) {
		const runs: Figures[] = [];
		for (let seed = 1; seed <= seeds; seed++) runs.push(await simulate(scenario, seed, undefined, isRough));
		const all = distribution(runs);
		const row = columns(
			...[scenario.name, itemsOf(scenario), String(all.failed)],
			...[...inWords(all), inWords(scenario).join(', ')],
		);
		if (!holds(scenario, all)) missed++;
		console.log(holds(scenario, all) ? row : `${row}  missed`);
	}
	return missed;
}

async function onSockets(scenarios: Scenario[]): Promise<number> {
	console.log('\nOn sockets: the run loop, with the simulator in a process of its own\n');
	console.log(columns('scenario', 'items', 'failed', 'time (s)', 'ideal', 'efficiency', 'waste %'));
	let missed = 0;
	for (const scenario of scenarios) {
		const one = await runOnSockets(scenario);
		const { failed, actualMs, idealMs, efficiency, waste } = one;
		const row = columns(
			...[scenario.name, itemsOf(scenario), String(failed)],
			...[(actualMs / 1000).toFixed(1), (idealMs / 1000).toFixed(1)],
			...[efficiency.toFixed(2), (100 * waste).toFixed(1)],
		);
		// One run is one seed: held to what nearly all of them reach, and to no median.
		const fine = failed === 0 && efficiency >= scenario.atLeast;
		if (!fine) missed++;
		console.log(fine ? row : `${row}  missed`);
	}
	return missed;
}

const itemsOf = ({ items, runs = 1, again }: Scenario) => String(again?.items ?? items * runs);

const inWords = ({ atLeast, median, wasteMedian }: Promised) => [
	`${atLeast.toFixed(2)} ${median.toFixed(2)}`,
	wasteMedian < Infinity ? (100 * wasteMedian).toFixed(1) : 'any',
];

void main();
