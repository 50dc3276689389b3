import { inspect } from 'node:util';
import { Lane } from '../../../nodes/WebexCampaign/lane/lane';
import { laneName, laneOf, lanes } from '../../../nodes/WebexCampaign/lane/lanes';
import { DeleteRun } from '../../../nodes/WebexCampaign/resources/profile/delete/deleteRun';
import { NEVER_SENT } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { VirtualClock } from '../../virtualClock';
import { deleted } from './answers';
import { openThrottle, optionsOf } from './virtualRun';

const endpoint = 'https://acme.webexcampaign.io/campaignapi';
const access = { endpoint, apiKey: 'a-secret-key' };
const TEN_MINUTES = 600_000;

/** One item through the lane, in a run that holds the API key, as one has to. */
function deleteOne(clock: VirtualClock, lane = laneOf(access, clock), takes = 50): Promise<unknown> {
	const job = { profile: { key: '1', profileName: null, auditParameters: {} }, items: [0] };
	const run = new DeleteRun([job], [NEVER_SENT], {
		options: optionsOf(),
		stopAtFailure: false,
		send: async () => {
			await clock.sleep(takes);
			return deleted;
		},
		random: () => 0.5,
		isCancelled: () => false,
		onProgress: () => {},
	});
	return lane.settle(run);
}

beforeEach(() => lanes.clear());

describe('a lane is for one endpoint and one API key', () => {
	const clock = new VirtualClock();

	it('the same for both the same, another for another', () => {
		const lane = laneOf(access, clock);
		expect(laneOf({ ...access }, clock)).toBe(lane);
		expect(laneOf({ ...access, apiKey: 'another-key' }, clock)).not.toBe(lane);
		expect(laneOf({ ...access, endpoint: `${endpoint}2` }, clock)).not.toBe(lane);
		expect(laneOf({ endpoint: `${endpoint}a`, apiKey: '-secret-key' }, clock)).not.toBe(lane);
	});
});

describe('a lane is forgotten when it has been idle for ten minutes', () => {
	it.each([
		[TEN_MINUTES - 100, true],
		[TEN_MINUTES, false],
	])('after %i ms it is kept: %s', async (pause, isKept) => {
		const clock = new VirtualClock();
		const lane = laneOf(access, clock);
		await clock.until(deleteOne(clock, lane));
		await clock.until(clock.sleep(pause));
		expect(laneOf(access, clock) === lane).toBe(isKept);
	});

	it('whichever lane is asked for', async () => {
		const clock = new VirtualClock();
		for (const apiKey of ['a', 'b', 'c']) await clock.until(deleteOne(clock, laneOf({ ...access, apiKey }, clock)));
		await clock.until(clock.sleep(TEN_MINUTES));
		laneOf(access, clock);
		expect(lanes.size).toBe(1);
	});

	it('and at once after a bug in it', async () => {
		const clock = new VirtualClock();
		const nextStart = () => {
			throw new Error('broken');
		};
		lanes.set(laneName(access), new Lane({ ...openThrottle, nextStart }, clock));
		const lane = laneOf(access, clock);
		await expect(clock.until(deleteOne(clock, lane))).rejects.toThrow('broken');
		expect(laneOf(access, clock)).not.toBe(lane);
	});

	it('but not while a run is in it', async () => {
		const clock = new VirtualClock();
		const lane = laneOf(access, clock);
		const settled = deleteOne(clock, lane, 2_000_000);
		await clock.until(clock.sleep(2 * TEN_MINUTES));
		expect(laneOf(access, clock)).toBe(lane);
		await clock.until(settled);
	});
});

describe('what is kept between runs', () => {
	it('holds no API key', async () => {
		const clock = new VirtualClock();
		await clock.until(deleteOne(clock));
		expect(lanes.size).toBe(1);
		expect(inspect(lanes, { depth: Infinity, showHidden: true })).not.toContain(access.apiKey);
	});

	it('does not grow with the number of runs, but for a bounded log of starts', async () => {
		const clock = new VirtualClock();
		const size = () => inspect(lanes, { depth: Infinity, maxArrayLength: Infinity }).length;
		for (let i = 0; i < 50; i++) await clock.until(deleteOne(clock));
		const after50 = size();
		for (let i = 0; i < 500; i++) await clock.until(deleteOne(clock));
		expect(size() - after50).toBeLessThan(500 * 40);
	});
});
