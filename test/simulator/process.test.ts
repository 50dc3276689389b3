import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { SimulatorAddress } from '../../simulator/control';
import type { Totals } from '../../simulator/ledger';
import { sendDelete } from './api';

const root = join(__dirname, '../..');

function start(...args: string[]): ChildProcess {
	const command = ['--import', 'tsx', 'simulator/main.ts', ...args];
	return spawn(process.execPath, command, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
}

async function address(child: ChildProcess): Promise<SimulatorAddress> {
	const [line] = await once(createInterface({ input: child.stdout! }), 'line');
	return JSON.parse(line as string) as SimulatorAddress;
}

const isListening = ({ url }: SimulatorAddress) =>
	fetch(url).then(
		() => true,
		() => false,
	);

const totalsOf = async ({ url }: SimulatorAddress) =>
	(await (await fetch(`${url}/_simulator/totals`)).json()) as Totals;

describe('the simulator as a command', () => {
	it('says in its first line where it is and what opens it, as its arguments say', async () => {
		const profiles = [{ profileName: 'other', firstKey: '9463180000', count: 2 }];
		const child = start('--options', JSON.stringify({ context: '/imicampaignapi', profiles }));
		const told = await address(child);
		expect(told).toEqual({
			url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
			endpoint: `${told.url}/imicampaignapi`,
			apiKey: expect.any(String),
			deleteOnlyKey: expect.any(String),
			ungrantedKey: expect.any(String),
			elsewhere: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
		});
		const reply = await sendDelete(told, { key: '9463180001', 'profile-name': 'other' });
		expect(JSON.parse(reply.text)).toHaveProperty('transaction-id');
		child.kill('SIGTERM');
		await once(child, 'exit');
	});

	it.each([
		['SIGTERM', 'hanging', { faults: [{ fault: 'hang' }] }],
		['SIGINT', 'on its way', { latency: { ms: 60_000 } }],
	] as const)('stops at once on %s, with a reply %s', async (signal, _, settings) => {
		const child = start('--options', JSON.stringify({ settings }));
		const told = await address(child);
		const reply = sendDelete(told, { key: '9463183901' }).catch(() => 'cut off');
		while ((await totalsOf(told)).requests === 0) await pause(5);
		child.kill(signal);
		expect(await once(child, 'exit')).toEqual([0, null]);
		expect(await reply).toBe('cut off');
		expect(await isListening(told)).toBe(false);
	});

	it('stops when its parent goes away, if one has forked it', async () => {
		const child = fork('simulator/main.ts', { cwd: root, execArgv: ['--import', 'tsx'] });
		const [told] = (await once(child, 'message')) as [SimulatorAddress];
		child.disconnect();
		expect(await once(child, 'exit')).toEqual([0, null]);
		expect(await isListening(told)).toBe(false);
	});
});
