import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../bench/print';
import type { ThrottleRule } from '../simulator/throttles';
import { openContenders, type Run } from './bench/contenders';
import { cacheFolder } from './install/folders';
import { runWithServices } from './stage/service';

const count = 1000;
const scenarios: Array<{ name: string; throttle: ThrottleRule; rounds: number }> = [
	{ name: 'no throttle', throttle: { kind: 'none' }, rounds: 7 },
	{ name: '100 requests a second', throttle: { kind: 'fixed', limit: 100, windowMs: 1000 }, rounds: 3 },
];

/** The same deletes through our node and through the HTTP Request node, in one n8n, in turns. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { profile: { type: 'boolean' } } });
	const profiles = join(cacheFolder, 'profiles');
	const environment = values.profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles}` } : {};
	const { n8n, simulator, ours, httpRequest, run } = await openContenders({}, environment);
	console.log(`${n8n.name}, ${count} deletes a run, in turns\n`);
	if (values.profile) {
		await run(ours, count);
		await n8n.stop();
		return console.log(`Where the time went: open the largest file in ${profiles} in the DevTools of Chromium.`);
	}
	for (const { name, throttle, rounds } of scenarios) {
		const runs: { our: Run[]; http: Run[] } = { our: [], http: [] };
		for (let round = 0; round < rounds; round++) {
			await simulator.change({ throttle });
			runs.our.push(await run(ours, count));
			await simulator.change({ throttle });
			runs.http.push(await run(httpRequest, count));
		}
		report(name, runs.our, runs.http);
	}
}

/** The fastest round says most of the nodes, the median also what else the machine was busy with. */
function report(name: string, our: Run[], http: Run[]): void {
	const times = (runs: Run[]) => runs.map(({ milliseconds }) => milliseconds);
	const fastest = (runs: Run[]) => Math.min(...times(runs));
	const middle = (runs: Run[]) => median(times(runs));
	const failed = (runs: Run[]) => median(runs.map((one) => one.failed));
	console.log(name);
	console.table({
		'Webex Campaign': { fastest: fastest(our), median: middle(our), failed: failed(our) },
		'HTTP Request': { fastest: fastest(http), median: middle(http), failed: failed(http) },
		ratio: { fastest: (fastest(our) / fastest(http)).toFixed(2), median: (middle(our) / middle(http)).toFixed(2) },
	});
}

runWithServices(main);
