import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ThrottleRule } from '../simulator/throttles';
import { spawnSimulator } from '../simulator/spawn';
import { httpRequest, ours, run, type Run } from './bench/contenders';
import { environmentForProfile, profiled } from './bench/cpuProfile';
import { cacheFolder } from './install/folders';
import { installN8n } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { currentRelease } from './releases';
import { openN8nWithNode } from './stage/n8nWithNode';
import { runWithServices } from './stage/service';
import { fieldsFor, saveCredential } from './stage/webexCampaign';

const count = 1000;
const scenarios: Array<{ name: string; throttle: ThrottleRule; rounds: number }> = [
	{ name: 'no throttle', throttle: { kind: 'none' }, rounds: 7 },
	{ name: '100 requests a second', throttle: { kind: 'fixed', limit: 100, windowMs: 1000 }, rounds: 3 },
];

/** The same deletes through our node and through the HTTP Request node, in one n8n, in turns. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { profile: { type: 'boolean' } } });
	const profileFile = join(cacheFolder, 'n8n.cpuprofile');
	const { n8n, api, stop } = await openN8nWithNode(
		await installN8n(currentRelease),
		await packNode(),
		values.profile ? environmentForProfile(profileFile) : {},
	);
	const simulator = await spawnSimulator();
	try {
		const credentials = await saveCredential(api, fieldsFor(simulator), 'Simulator');
		const contenders = [ours(credentials), httpRequest(credentials, simulator.endpoint)];
		console.log(`${n8n.name}, ${count} deletes a run, in turns\n`);

		// Both once for nothing: the first run of a node loads its code.
		for (const node of contenders) await run(api, simulator, node, 50);
		if (values.profile) {
			for (const node of contenders) {
				const work = async () => await run(api, simulator, node, count);
				reportTimes(node.name, await profiled(n8n.pid, profileFile, work));
			}
			return;
		}
		for (const { name, throttle, rounds } of scenarios) {
			const runs: Run[][] = contenders.map(() => []);
			for (let round = 0; round < rounds; round++) {
				for (const [index, node] of contenders.entries()) {
					await simulator.change({ throttle });
					runs[index]?.push(await run(api, simulator, node, count));
				}
			}
			report(name, runs as [Run[], Run[]]);
		}
	} finally {
		await simulator.stop();
		await stop();
	}
}

/** The fastest round says most of the nodes, the median also what else the machine was busy with. */
function report(name: string, [our, http]: [Run[], Run[]]): void {
	const times = (runs: Run[]) => runs.map(({ milliseconds }) => milliseconds);
	const fastest = (runs: Run[]) => Math.min(...times(runs));
	const failed = (runs: Run[]) => median(runs.map((one) => one.failed));
	const line = (node: string, runs: Run[]) =>
		`  ${node.padEnd(14)}  fastest ${fastest(runs)} ms, median ${median(times(runs))} ms, ${failed(runs)} failed`;
	console.log(`${name}\n${line('Webex Campaign', our)}\n${line('HTTP Request', http)}`);
	if (failed(our) + failed(http) > 0) return;
	const ratio = (of: (runs: Run[]) => number) => (of(our) / of(http)).toFixed(2);
	console.log(`  ratio           fastest ${ratio(fastest)}, median ${ratio((runs) => median(times(runs)))}\n`);
}

function reportTimes(name: string, times: Map<string, number>): void {
	const busiest = [...times].sort(([, a], [, b]) => b - a).slice(0, 15);
	console.log(`${name}: CPU time of n8n's process by package`);
	for (const [owner, ms] of busiest) console.log(`${ms.toFixed(0).padStart(8)} ms  ${owner}`);
}

function median(numbers: number[]): number {
	return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

runWithServices(main);
