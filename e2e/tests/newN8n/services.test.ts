import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SimulatorAddress } from '../../../simulator/control';
import type { SimulatorOptions } from '../../../simulator/server';
import { sendDelete } from '../../../test/simulator/api';
import { topFolder } from '../../install/folders';
import { printedBy } from '../../playground/printed';
import { familyOf, stillRunning, type Process } from '../../stage/family';

describe('a program with services leaves nothing behind', () => {
	const folder = mkdtempSync(join(tmpdir(), 'webex-e2e-services-'));
	let starter: ChildProcess;
	let family: Process[] = [];
	let simulator: SimulatorAddress;

	afterEach(() => {
		for (const { pid } of stillRunning(family)) process.kill(pid, 'SIGKILL');
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	/** Started by a shell that waits for it, as npm starts a script. */
	async function startProgram(settings: SimulatorOptions['settings'] = {}): Promise<void> {
		const program = [process.execPath, '--import', 'tsx', join(__dirname, 'twoServices.ts')];
		const words = [...program, join(folder, 'log'), JSON.stringify({ settings })];
		starter = spawn('sh', ['-c', '"$0" "$@"; exit $?', ...words], {
			cwd: topFolder,
			stdio: ['ignore', 'pipe', 'ignore'],
			detached: true,
		});
		simulator = JSON.parse((await printedBy(starter)(/^Ready (.*)\n/m))[1] ?? '') as SimulatorAddress;
		family = familyOf(starter.pid!);
		expect(family.filter(({ words }) => /twoServices|simulator\/main|sleep/.test(words))).toHaveLength(5);
	}
	const member = (words: RegExp) => family.find((one) => words.test(one.words))!.pid;
	const program = () => member(/^\S*node .*twoServices/);

	async function isGone(): Promise<void> {
		while (stillRunning(family).length > 0) await setTimeout(20);
	}

	it.each([
		['Ctrl-C', () => process.kill(-starter.pid!, 'SIGINT')],
		['Ctrl-C that reaches it alone', () => process.kill(program(), 'SIGINT')],
		['a polite kill', () => process.kill(program(), 'SIGTERM')],
		['a closed terminal', () => process.kill(program(), 'SIGHUP')],
		['the end of what started it', () => starter.kill('SIGKILL')],
	])('after %s', async (_, end) => {
		await startProgram();
		end();
		await isGone();
	});

	it('after a fault of its own, which shows in its exit code', async () => {
		await startProgram();
		process.kill(member(/^sleep/));
		expect(await once(starter, 'exit')).toEqual([1, null]);
		await isGone();
	});

	it.each<[NodeJS.Signals, string, SimulatorOptions['settings']]>([
		['SIGTERM', 'hangs', { faults: [{ fault: 'hang' }] }],
		['SIGINT', 'is on its way', { latency: { ms: 600_000 } }],
	])('when Webex Campaign ends on %s, while a reply %s', async (signal, _, settings) => {
		await startProgram(settings);
		const reply = sendDelete(simulator, { key: '9463183901' }, { timeoutMs: 600_000 }).catch(() => 'cut off');
		const arrived = async () => (await (await fetch(`${simulator.url}/_simulator/totals`)).json()) as object;
		while (!JSON.stringify(await arrived()).includes('"requests":1')) await setTimeout(20);
		process.kill(member(/simulator\/main/), signal);
		expect(await reply).toBe('cut off');
		await isGone();
	});
});
