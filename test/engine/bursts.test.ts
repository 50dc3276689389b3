import { play, type Played } from '../../bench/burst/play';
import { bursts } from '../../bench/burst/rows';
import { startSimulator } from '../../simulator/server';

describe('Many small runs are one job', () => {
	// The throttles are small, so that a fifth of the work is long enough to learn them.
	const all = bursts(0.2);
	const played = new Map<string, Played>();
	beforeAll(async () => {
		// All at once, each with a simulator of its own: they mostly wait.
		await Promise.all(
			all.map(async (burst) => {
				const simulator = await startSimulator();
				played.set(burst.name, await play(simulator, burst));
				await simulator.stop();
			}),
		);
	});

	it.each(all)('$name', ({ name }) => {
		const { failed, waste, mostAtOnce } = played.get(name)!;
		expect(failed).toBe(0);
		expect(mostAtOnce).toBeLessThanOrEqual(10);
		// A short job learns at the cost of few refusals: without a lane they were three to twenty for each item.
		expect(waste).toBeLessThan(1);
	});
});
