import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SimulatorAddress } from '../../simulator/control';
import { spawnSimulator } from '../../simulator/spawn';
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

describe('the simulator as a command', () => {
	it('says in its first line where it is and what opens it, as its arguments say', async () => {
		const child = start(
			'--seed',
			'9',
			'--context',
			'/imicampaignapi',
			'--profiles',
			'sampleprofile=3,other=2',
		);
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

	it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s, with a request hanging', async (signal) => {
		const child = start('--options', '{"settings":{"faults":[{"fault":"hang"}]}}');
		const told = await address(child);
		const hanging = sendDelete(told, { key: '9463183901' }).catch(() => 'cut off');
		await fetch(`${told.url}/_simulator/totals`);
		child.kill(signal);
		expect(await once(child, 'exit')).toEqual([0, null]);
		expect(await hanging).toBe('cut off');
		expect(await isListening(told)).toBe(false);
	});

	it('stops when its parent goes away, if it was started with one', async () => {
		const child = start('--with-parent');
		const told = await address(child);
		child.stdin!.destroy();
		expect(await once(child, 'exit')).toEqual([0, null]);
		expect(await isListening(told)).toBe(false);
	});

	it('refuses a setting it does not know, and does not start', async () => {
		await expect(spawnSimulator({ settings: { latency: { ms: -1 } } })).rejects.toThrow('exit code 1');
	});
});
