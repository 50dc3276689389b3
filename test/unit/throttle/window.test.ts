import { Window } from '../../../nodes/WebexCampaign/throttle/window';

/** Two openings were seen 1,000 ms apart, and a look 800 ms after the first one was refused. */
const known = () => new Window(1000, 800);

describe('The period is looked for between what was refused and what was let through', () => {
	it.each<[string, (window: Window) => void, number]>([
		['halfway', () => {}, 900],
		['again, if that is let through', (window) => window.probeAccepted(900, -1), 850],
		['no more, if it is refused', (window) => window.isLongerThan(900), Infinity],
		['no more, if it is found well enough', (window) => window.probeAccepted(815, -1), Infinity],
		['once more when nothing else is left to try', (window) => (window.isLongerThan(900), window.seek()), 950],
		['from the start when it was found', (window) => (window.isLongerThan(990), window.seek()), 550],
	])('%s', (_, change, expected) => {
		const window = known();
		change(window);
		expect(window.earlyProbe(0, 100)).toBe(expected);
	});

	it('not before the last start: amid the time in which the gate would idle', () => {
		expect(known().earlyProbe(0, 900)).toBe(950);
	});
});

describe('What a look that is let through tells', () => {
	it.each([
		['early: it is shorter', 700, -1, 700],
		['at its time: nothing', 1005, -1, 1000],
		['a little late after a refusal: it is longer', 1100, 1020, 1100],
		['a little late without one: the run was busy', 1100, -1, 1000],
		['far too late: others have used up what opened', 2000, 1900, 1000],
	])('%s', (_, since, refused, expected) => {
		const window = known();
		window.probeAccepted(since, refused);
		expect(window.length).toBe(expected);
	});

	it.each([
		['half of what a request amid a round was too early', 1100, 1050],
		['nothing if it was not', 900, 1000],
		['nothing if it was far too early', 2000, 1000],
	])('%s', (_, since, expected) => {
		const window = known();
		window.wasShort(since);
		expect(window.length).toBe(expected);
	});
});
