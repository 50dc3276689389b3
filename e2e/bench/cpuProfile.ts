import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The form in which V8 writes a profile, as far as it is read here. */
interface CpuProfile {
	nodes: Array<{ id: number; callFrame: { functionName: string; url: string }; children?: number[] }>;
	samples: number[];
	timeDeltas: number[];
}

/** The environment that makes an n8n profile itself into `file` when it is asked to. */
export const environmentForProfile = (file: string): NodeJS.ProcessEnv => ({
	NODE_OPTIONS: `--require ${join(__dirname, 'profileOnSignal.cjs')}`,
	WEBEX_PROFILE_FILE: file,
});

/** Runs `work` while the process profiles itself. Returns where its time went, in ms, by package or by what V8 did. */
export async function profiled(pid: number, file: string, work: () => Promise<unknown>): Promise<Map<string, number>> {
	rmSync(file, { force: true });
	process.kill(pid, 'SIGUSR2');
	await sleep(200);
	await work();
	process.kill(pid, 'SIGUSR2');
	while (!existsSync(file)) await sleep(100);
	await sleep(500);
	return timeByPackage(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile);
}

function timeByPackage({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> {
	const owners = new Map(nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame)]));
	const times = new Map<string, number>();
	for (const [index, sample] of samples.entries()) {
		const owner = owners.get(sample) ?? '?';
		times.set(owner, (times.get(owner) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
	}
	return times;
}

/** `(idle)` and the like are V8's own words. */
function ownerOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
	if (url === '') return functionName === '' ? '(native)' : functionName.startsWith('(') ? functionName : '(native)';
	if (url.startsWith('node:')) return 'Node.js';
	return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? url;
}
