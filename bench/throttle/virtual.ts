import { around, promised, type Scenario } from './scenarios';
import { simulate } from './simulate';

// npx tsx bench/throttle/virtual.ts [seeds] [part of a name]
const seeds = Number(process.argv[2] ?? 20);
const only = process.argv[3] ?? '';

function spread(values: number[], digits: number): string {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!.toFixed(digits);
	return `${at(0)} ${at(0.5)} ${at(1)}`;
}

function row(scenario: Scenario): string {
	const results = Array.from({ length: seeds }, (_, seed) => simulate(scenario, seed + 1));
	const missed = results.filter(
		({ efficiency, waste, failed }) =>
			failed > 0 || efficiency < scenario.atLeast || waste > scenario.wasteAtMost,
	).length;
	const cells = [
		scenario.name.padEnd(36),
		spread(
			results.map(({ efficiency }) => efficiency),
			3,
		),
		spread(
			results.map(({ waste }) => 100 * waste),
			1,
		).padStart(16),
		`${scenario.atLeast} ${100 * scenario.wasteAtMost}%`,
		missed === 0 ? '' : `MISSED ${missed}`,
	];
	return cells.join('  ');
}

for (const scenario of [...promised, ...around]) {
	if (scenario.name.includes(only)) console.log(row(scenario));
}
