import type { Verdict } from '../../../nodes/WebexCampaign/throttle/throttle';
import { Client } from './client';

/** Two openings, 1,000 ms apart, two places, both taken at 1,312; 500 ms after the first opening a probe ended so. */
const learned = (verdict: Verdict) =>
	new Client()
		.start(0, 2)
		.finish(20, 'refused', 2)
		.start(300)
		.finish(310, 'accepted')
		.start(310, 2)
		.finish(320, 'accepted')
		.finish(320, 'refused')
		.start(800)
		.finish(810, verdict)
		.start(1300)
		.finish(1310, 'accepted')
		.start(1312)
		.finish(1320, 'accepted');

describe('Only a probe that was refused tells that the window is longer', () => {
	it.each<[Verdict, string, number]>([
		['refused', 'between 500 and 1,000 ms', 1300 + Math.sqrt(500 * 1000)],
		[
			'inconclusive',
			'between 20 ms, the least that is told apart, and 1,000 ms: a lost reply tells nothing',
			1300 + Math.sqrt(20 * 1000),
		],
	])('%s: it is looked for %s', (verdict, _, expected) => {
		expect(learned(verdict).nextStart(1320)).toBe(expected);
	});
});
