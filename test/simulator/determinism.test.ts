import type { Simulator } from '../../simulator/control';
import { keysFrom } from '../../simulator/profiles';
import { startSimulator, type SimulatorOptions } from '../../simulator/server';
import { sendDelete } from './api';

const firstKey = '9463180000';
const count = 60;
const options: SimulatorOptions = {
	seed: 11,
	profiles: [{ profileName: 'sampleprofile', firstKey, count }],
	settings: {
		latency: { ms: 0, jitterMs: 5 },
		faults: [
			{ fault: 'lost', probability: 0.2 },
			{ fault: 'lost', probability: 0.2, executed: true },
			{ fault: 'failure', probability: 0.1, executed: true },
		],
	},
};

/** What each key was told, two requests for each key, so many keys at once. */
async function run(given: SimulatorOptions, keys: string[], concurrency: number) {
	const simulator = await startSimulator(given);
	const told: Record<string, string[]> = {};
	const queue = [...keys];
	const worker = async () => {
		for (let key = queue.shift(); key; key = queue.shift()) {
			told[key] = [await answerTo(simulator, key), await answerTo(simulator, key)];
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	const executed = (await simulator.ledger()).filter((entry) => entry.executed).map((entry) => entry.key);
	await simulator.stop();
	return { told, executed: executed.sort() };
}

const answerTo = (simulator: Simulator, key: string) =>
	sendDelete(simulator, { key }).then(
		({ text }) => text,
		() => 'lost',
	);

describe('a run with the same seed', () => {
	const keys = keysFrom(firstKey, count);

	it('goes the same way for each key, one at a time or many at once, forwards or backwards', async () => {
		const oneByOne = await run(options, keys, 1);
		expect(await run(options, [...keys].reverse(), 20)).toEqual(oneByOne);
		const beginnings = Object.values(oneByOne.told).flatMap((told) => told.map((text) => text.slice(0, 6)));
		expect(new Set(beginnings).size).toBe(3);
	});

	it('and no other goes another way', async () => {
		const [one, other] = [await run(options, keys, 20), await run({ ...options, seed: 12 }, keys, 20)];
		expect(other.told).not.toEqual(one.told);
	});

	it('goes the same way again after a reset', async () => {
		const simulator = await startSimulator(options);
		const first = await answerTo(simulator, keys[0]!);
		await simulator.reset();
		expect(await answerTo(simulator, keys[0]!)).toBe(first);
		await simulator.stop();
	});
});
