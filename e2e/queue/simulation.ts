import type { Answer } from '../../nodes/WebexCampaign/api/answer';
import { optionsOf } from '../../bench/throttle/options';
import { newJob } from '../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { Lane } from '../../nodes/WebexCampaign/lane/lane';
import { settleInLane } from '../../nodes/WebexCampaign/resources/profile/delete/run/settleJobs';
import { Throttle } from '../../nodes/WebexCampaign/throttle/throttle';
import { makeThrottle, type ThrottleRule } from '../../simulator/throttles';
import { seededRandom } from '../../bench/throttle/random';
import { VirtualClock } from '../../test/virtualClock';
import type { BatchSettings } from './longList';

/** There and back, in ms. */
const latencyMs = 50;

/** Between two rounds: answers, loop, calls and the notes of what is begun, as seen with real workers (ms). */
const pauseMs = 500;

export interface SimulatedList {
	/** Accepted requests per second, over the whole. */
	itemsPerSecond: number;
	/** Refused requests per item. */
	waste: number;
}

/**
 * The parent over a list, in virtual time: the lane and the throttle gate that ship, against the simulator's throttle,
 * without n8n. Batches of one round are on workers of their own, whose lanes know nothing of each other.
 */
export async function simulateList(
	items: number,
	{ batchSize, batchesAtOnce }: BatchSettings,
	rule: ThrottleRule,
	seed = 1,
): Promise<SimulatedList> {
	const clock = new VirtualClock();
	const random = seededRandom(seed);
	const throttle = makeThrottle(rule, 0);
	let refused = 0;
	const send = async (): Promise<Answer> => {
		await clock.sleep(latencyMs * (0.4 + 0.2 * random()));
		const { accepted } = throttle.arrive(clock.now());
		await clock.sleep(latencyMs * (0.4 + 0.2 * random()));
		if (accepted) return { kind: 'deleted', transactionId: 't' };
		refused++;
		return { kind: 'throttled', httpStatus: 429, detail: '' };
	};
	const lanes = Array.from({ length: batchesAtOnce }, () => new Lane(new Throttle(random), clock));
	const rounds = Math.ceil(items / (batchSize * batchesAtOnce));
	const list = async () => {
		for (let round = 0; round < rounds; round++) {
			const runs = lanes.map(async (lane) => {
				await clock.sleep(200 * random());
				await batch(batchSize, lane, random, send);
			});
			await Promise.all(runs);
			await clock.sleep(pauseMs);
		}
	};
	await clock.until(list());
	const sent = rounds * batchSize * batchesAtOnce;
	return { itemsPerSecond: sent / (clock.now() / 1000), waste: refused / sent };
}

async function batch(size: number, lane: Lane, random: () => number, send: () => Promise<Answer>): Promise<void> {
	const jobs = Array.from({ length: size }, (_, index) =>
		newJob({ key: String(index), profileName: null, auditParameters: {} }, [index]),
	);
	const options = optionsOf({ maxThrottleWait: 3600 });
	const nothing = { stopAtFailure: false, isCancelled: () => false, onProgress: () => {} };
	const { end } = await settleInLane(lane, jobs, { options, send, random, ...nothing });
	if (end) throw new Error('A run ended early.');
}
