import { Period } from '../../../nodes/WebexCampaign/throttle/period';

/** Two openings were seen 1,000 ms apart, and a look 800 ms after the first one was refused. */
function period(): Period {
	const learned = new Period();
	learned.learn(1000, 800);
	return learned;
}

describe('The period is looked for between what was refused and what was let through', () => {
	it.each<[string, (learned: Period) => void, number]>([
		['halfway', () => {}, 900],
		['again, if that is let through', (learned) => learned.opens(900, -1), 850],
		['no more, if it is refused', (learned) => learned.isLongerThan(900), Infinity],
		['no more, if it is found well enough', (learned) => learned.opens(815, -1), Infinity],
		[
			'once more when nothing else is left to try',
			(learned) => (learned.isLongerThan(900), learned.seek()),
			950,
		],
		['from the start when it was found', (learned) => (learned.isLongerThan(990), learned.seek()), 550],
	])('%s', (_, change, expected) => {
		const learned = period();
		change(learned);
		expect(learned.early(0, 100)).toBe(expected);
	});

	it('not before the last start: amid the time in which the gate would idle', () => {
		expect(period().early(0, 900)).toBe(950);
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
		const learned = period();
		learned.opens(since, refused);
		expect(learned.length).toBe(expected);
	});

	it.each([
		['half of what a request amid a round was too early', 1100, 1050],
		['nothing if it was not', 900, 1000],
		['nothing if it was far too early', 2000, 1000],
	])('%s', (_, since, expected) => {
		const learned = period();
		learned.wasShort(since);
		expect(learned.length).toBe(expected);
	});
});
