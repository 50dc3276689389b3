import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../simulator/control';

const interval = 500;

/** Calls back whenever the simulator went back to the start: its count of requests begins anew then. */
export async function whenBackToTheStart(simulator: Simulator, act: () => Promise<void>): Promise<never> {
	for (let before = 0; ; await sleep(interval, undefined, { ref: false })) {
		const { requests } = await simulator.totals();
		if (requests < before) await act();
		before = requests;
	}
}
