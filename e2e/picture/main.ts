/**
 * Makes docs/images/throttle.svg: the same deletes through our node and through the HTTP Request node, in one full n8n,
 * against 100 requests a second. Usage: npm run bench:picture
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openContenders } from '../bench/contenders';
import { topFolder } from '../install/folders';
import { runWithServices } from '../stage/service';
import { throttlePicture, type Measured } from './draw';

const count = 1000;
const limit = 100;
/** As many tries as n8n allows, and the wait that it has unless told otherwise. */
const retries = { onError: 'stopWorkflow', retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 } as const;

async function main(): Promise<void> {
	// Its windows begin anew with each reset, as do the seconds of its ledger.
	const throttle = { kind: 'fixed', limit, windowMs: 1000 } as const;
	const settings = { throttle, latency: { ms: 50 } };
	const { n8n, simulator, ours, httpRequest, run } = await openContenders({ profiles: [], settings });
	const contenders = [
		{ heading: 'This node, with its default options', node: ours },
		{
			heading: 'n8n’s HTTP Request node, with Retry On Fail: 5 tries, 1,000 ms between them',
			node: { ...httpRequest, ...retries },
		},
	];
	const measured: Measured[] = [];
	for (const { heading, node } of contenders) {
		await simulator.reset();
		const { milliseconds, failed, status } = await run(node, count);
		const took = `${(milliseconds / 1000).toFixed(1)} s`;
		const outcome = status === 'success' ? `done in ${took}, ${failed} failed` : `the node failed after ${took}`;
		measured.push({ heading, outcome, seconds: await simulator.seconds() });
		console.log(heading, outcome, await simulator.totals());
	}
	const title = `${count.toLocaleString('en-US')} deletes against ${limit} requests a second, in ${n8n.name}`;
	writeFileSync(join(topFolder, 'docs/images/throttle.svg'), throttlePicture(title, limit, measured));
}

runWithServices(main);
