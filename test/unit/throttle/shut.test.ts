import { Cycle } from '../../../nodes/WebexCampaign/throttle/cycle';
import { Shut } from '../../../nodes/WebexCampaign/throttle/shut';
import { Spacing } from '../../../nodes/WebexCampaign/throttle/spacing';

/** A window that opened at 0 and is known to last `length` ms; after `accepted` requests it refused one at `at`. */
function refusedAmid(length: number, accepted: number, at: number) {
	const spacing = new Spacing();
	spacing.learn(length, length);
	const cycle = new Cycle();
	cycle.begin(0, 1);
	for (let i = 1; i < accepted; i++) cycle.letThrough(1);
	const shut = new Shut();
	shut.begin(at, at);
	return { shut, nextProbe: (now = at) => shut.nextProbe(now, cycle, spacing) };
}

describe('After a refusal amid a window of known length', () => {
	it.each([
		['a long one is tried once more after a moment', 2000, 10, 500, 550],
		['but not later than it opens', 2000, 10, 1990, 2000],
		['a short one is awaited: a moment is too much of it to tell anything', 200, 10, 100, 200],
		['unless it took just one request, which may be all that it takes at once', 200, 1, 100, 150],
	])('%s', (_, length, accepted, at, expected) => {
		expect(refusedAmid(length, accepted, at).nextProbe()).toBe(expected);
	});

	it('a window that is late is looked for closely, also at a time at which an unknown one is left in peace', () => {
		const { shut, nextProbe } = refusedAmid(40_000, 10, 500);
		for (const at of [500, 600, 40_000]) shut.refuseProbe(at);
		expect(nextProbe(40_100)).toBeLessThanOrEqual(42_100);
	});

	it('the next one is awaited when the moment did not help', () => {
		const { shut, nextProbe } = refusedAmid(2000, 10, 500);
		shut.refuseProbe(500);
		shut.refuseProbe(600);
		expect(nextProbe()).toBe(2000);
	});
});
