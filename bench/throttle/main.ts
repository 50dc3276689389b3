/**
 * How near the node comes to the fastest that a throttle allows, and how many refusals that costs: in virtual time with
 * many seeds, and on sockets against the simulator.
 * Usage: npm run bench:throttle [-- --seeds 20 --only "share" --virtual --neighbours]
 */
import { parseArgs } from 'node:util';

import { holds, type Figures } from './figures';
import { neighbours } from './neighbours';
import { runOnSockets } from './onSockets';
import { promised, type Scenario } from './scenarios';
import { simulate } from './simulate';

const columns = (...cells: string[]) =>
	cells.map((cell, i) => (i === 0 ? cell.padEnd(38) : cell.padStart(i < 3 ? 9 : 19))).join('');

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			seeds: { type: 'string', default: '20' },
			only: { type: 'string', default: '' },
			virtual: { type: 'boolean', default: false },
			neighbours: { type: 'boolean', default: false },
		},
	});
	const isMeant = ({ name }: Scenario) => name.includes(values.only);
	const rows = promised.filter(isMeant);
	let missed = await virtually(rows, Number(values.seeds));
	if (values.neighbours) await virtually(neighbours.filter(isMeant), Number(values.seeds));
	if (!values.virtual) missed += await onSockets(rows.filter(({ virtualOnly }) => !virtualOnly));
	process.exit(missed === 0 ? 0 : 1);
}

async function virtually(scenarios: Scenario[], seeds: number): Promise<number> {
	console.log(`In virtual time, ${seeds} seeds: least, median and most\n`);
	console.log(columns('scenario', 'items', 'failed', 'efficiency', 'waste %', 'promised'));
	let missed = 0;
	for (const scenario of scenarios) {
		const all: Figures[] = [];
		for (let seed = 1; seed <= seeds; seed++) all.push(await simulate(scenario, seed));
		const misses = all.filter((one) => !holds(scenario, one)).length;
		missed += misses;
		const failed = Math.max(...all.map((one) => one.failed));
		const efficiency = all.map((one) => one.efficiency);
		const waste = all.map((one) => 100 * one.waste);
		const row = columns(
			...[scenario.name, String(scenario.items * (scenario.runs ?? 1)), String(failed)],
			...[spread(efficiency, 2), spread(waste, 1), promise(scenario)],
		);
		console.log(misses > 0 ? `${row}  missed by ${misses}` : row);
	}
	return missed;
}

async function onSockets(scenarios: Scenario[]): Promise<number> {
	console.log('\nOn sockets: the run loop, with the simulator in a process of its own\n');
	console.log(columns('scenario', 'items', 'failed', 'time, ideal (s)', 'efficiency, waste %', 'promised'));
	let missed = 0;
	for (const scenario of scenarios) {
		const one = await runOnSockets(scenario);
		const seconds = `${(one.actualMs / 1000).toFixed(1)} ${(one.idealMs / 1000).toFixed(1)}`;
		const shares = `${one.efficiency.toFixed(2)} ${(100 * one.waste).toFixed(1)}`;
		const row = columns(
			...[scenario.name, String(scenario.items * (scenario.runs ?? 1)), String(one.failed)],
			...[seconds, shares, promise(scenario)],
		);
		if (!holds(scenario, one)) missed++;
		console.log(holds(scenario, one) ? row : `${row}  missed`);
	}
	return missed;
}

const promise = ({ atLeast, wasteAtMost }: Scenario) => `>= ${atLeast} <= ${100 * wasteAtMost}`;

function spread(values: number[], digits: number): string {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!.toFixed(digits);
	return `${at(0)} ${at(0.5)} ${at(1)}`;
}

void main();
