import { Window } from '../../../nodes/WebexCampaign/throttle/window';

/** Two openings were seen 1,000 ms apart, and a probe 800 ms after the first one was refused. */
const known = (isSought = true) => new Window(1000, 800, isSought);
const middle = (from: number, to: number) => Math.sqrt(from * to);

describe('The window is looked for between what was refused and what was let through', () => {
	it.each<[string, (window: Window) => void, number]>([
		['in the geometric middle', () => {}, middle(800, 1000)],
		['again, if that is let through', (window) => window.probeAccepted(900, -1), middle(800, 900)],
		['no more, if it is refused', (window) => window.isLongerThan(900), Infinity],
		['no more, if it is found well enough', (window) => window.probeAccepted(815, -1), Infinity],
		[
			'once more when nothing else is left to try',
			(window) => (window.isLongerThan(900), window.seek()),
			middle(900, 1000),
		],
		['from the start when it was found', (window) => (window.isLongerThan(990), window.seek()), middle(100, 1000)],
	])('%s', (_, change, expected) => {
		const window = known();
		change(window);
		expect(window.earlyProbe(0, 100)).toBe(expected);
	});

	it('not before the last start: amid the time without requests', () => {
		expect(known().earlyProbe(0, 900)).toBe(middle(900, 1000));
	});

	it('not before a trial was refused, if there may be more places than are known', () => {
		const window = known(false);
		expect(window.earlyProbe(0, 100)).toBe(Infinity);
		window.seek();
		expect(window.earlyProbe(0, 100)).toBe(middle(800, 1000));
	});
});

describe('What a probe that is let through tells', () => {
	it.each([
		['early: it is shorter', 700, -1, 700],
		['at its time: nothing', 1005, -1, 1000],
		['a little late after a refusal: it is longer', 1100, 1020, 1060],
		['a little late without one: the run was busy', 1100, -1, 1000],
		['far too late: it is longer by little, as others may have used up what opened', 2000, 1900, 1300],
	])('%s', (_, since, refused, expected) => {
		const window = known();
		window.probeAccepted(since, refused);
		expect(window.length).toBe(expected);
	});
});

describe('A request that is refused, and accepted a moment later, tells that the window is longer', () => {
	it.each([
		['between the two', 1040, 1100, 1070],
		['but not shorter', 600, 1100, 1050],
		['nothing, if it was early', 800, 900, 1000],
		['by little, if it is accepted much later: others may have used up what opened', 1010, 5000, 1155],
		['even if it is refused for long', 4900, 5000, 1300],
	])('%s', (_, refused, accepted, expected) => {
		const window = known();
		window.wasShort(refused, accepted);
		expect(window.length).toBe(expected);
	});
});
