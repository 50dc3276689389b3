import { probeForFirstOpening, probeForNextOpening } from '../../../nodes/WebexCampaign/throttle/probeTimes';

/** All looks of five minutes, in ms after the throttle shut, if each one is refused at once. */
function looks(next: (now: number) => number): number[] {
	const times = [0];
	while (times.at(-1)! < 300_000) times.push(next(times.at(-1)!));
	return times;
}

describe.each<[string, (now: number) => number]>([
	['the first opening', (now) => probeForFirstOpening(now, 0, () => 0.5)],
	['the next opening', (now) => probeForNextOpening(now, 0, 300, () => 0.5)],
])('While %s is looked for', (_, next) => {
	const gaps = looks(next).map((at, i, all) => ({ at, gap: at - (all[i - 1] ?? at) }));

	it('two silences let a throttle open that opens only to who keeps quiet', () => {
		const [first, second] = gaps.filter(({ gap }) => gap > 15_000);
		expect(first?.gap).toBeGreaterThanOrEqual(17_000);
		expect(second?.gap).toBeGreaterThanOrEqual(65_000);
	});

	it('looks are else two seconds apart at most, so that others who use up the windows can not keep us out', () => {
		const others = gaps.filter(({ gap }) => gap <= 15_000);
		expect(Math.max(...others.map(({ gap }) => gap))).toBeCloseTo(2000);
	});

	it('they are few at first: not two within 25 ms, no more than 40 in the first five seconds', () => {
		const early = gaps.filter(({ at }) => at > 0 && at < 5000);
		expect(early.length).toBeLessThanOrEqual(40);
		for (const { gap } of early) expect(gap).toBeGreaterThan(25);
	});
});
