import { Looks } from '../../../nodes/WebexCampaign/throttle/looks';

/** All looks of five minutes, in ms after the throttle shut, if each one is refused at once. */
function looks(random: number): { at: number; gap: number }[] {
	const times = new Looks(() => random);
	times.plan(0, 0, 0, 150);
	const all = [{ at: times.nextAt, gap: times.nextAt }];
	for (let at = times.nextAt; at < 300_000; at = times.nextAt) {
		times.plan(at, at, 0, 150);
		all.push({ at: times.nextAt, gap: times.nextAt - at });
	}
	return all;
}

describe.each([0, 0.5, 0.99])('While the throttle is shut, with random %f', (random) => {
	const all = looks(random);

	it('a throttle that opens only after a minute of quiet gets it, in time for the usual patience', () => {
		const quiet = all.filter(({ gap }) => gap > 60_000);
		expect(quiet).toHaveLength(1);
		expect(quiet[0]!.at).toBeLessThan(200_000);
	});

	it('looks are else four seconds apart at most, so that others who use up the windows can not keep us out', () => {
		expect(Math.max(...all.filter(({ gap }) => gap < 60_000).map(({ gap }) => gap))).toBeLessThanOrEqual(
			4000,
		);
	});

	it('they are few at first: none within 150 ms, no more than 25 in the first five seconds', () => {
		expect(Math.min(...all.map(({ gap }) => gap))).toBeGreaterThanOrEqual(149);
		expect(all.filter(({ at }) => at < 5000).length).toBeLessThanOrEqual(25);
	});

	it('one falls shortly after windows of a minute, of two and of five', () => {
		for (const window of [60_000, 120_000, 290_000]) {
			const late = all.find(({ at }) => at >= window)!.at - window;
			expect(late).toBeLessThanOrEqual(window * 0.15);
		}
	});
});
