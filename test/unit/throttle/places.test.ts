import { Places } from '../../../nodes/WebexCampaign/throttle/places';

/** Rounds that pass until more is tried. */
function roundsUntilMore(places: Places): number {
	for (let rounds = 0; ; rounds++) {
		places.used = places.count;
		if (places.isTimeForMore) return rounds;
		places.beginRound(0);
	}
}

function known(count: number): Places {
	const places = new Places();
	places.learn(count);
	return places;
}

describe('More places than are known', () => {
	it('are not tried while any are left', () => {
		const places = known(10);
		for (let i = 0; i < 100; i++) places.beginRound(0);
		expect(places.isTimeForMore).toBe(false);
	});

	it.each([
		['many places, until there is one trial in 240 requests', 60, [1, 2, 4, 4]],
		['few places, of which each refusal is a larger share', 12, [1, 2, 4, 8, 16, 20, 20]],
		['more places than that', 1000, [1, 1]],
	])('are tried ever more seldom: %s', (_, count, pauses) => {
		const places = known(count);
		const seen = pauses.map(() => {
			const rounds = roundsUntilMore(places);
			places.tryMoreLater();
			return rounds;
		});
		expect(seen).toEqual(pauses);
	});

	it.each([
		['refused at once: as many as were known', 0, 10, 10],
		['after some that were let through: those are known now', 6, 14, 14],
		['never fewer than were known', 6, 3, 10],
	])('%s', (_, more, letThrough, expected) => {
		const places = known(10);
		places.startTrial();
		places.count += more;
		places.takeBack(letThrough);
		expect(places.count).toBe(expected);
	});
});
