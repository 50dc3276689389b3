import { Patience } from '../../../nodes/WebexCampaign/run/patience';

describe('patience lasts from the first refusal, and begins anew with each accepted request', () => {
	it('within the limit it goes on, at its end it gives up', () => {
		const patience = new Patience(1000);
		expect([50, 500, 1049].map((now) => patience.refused(now))).toEqual([false, false, false]);
		expect(patience.end).toBe(1050);
		expect(patience.refused(1050)).toBe(true);
	});

	it('an accepted request ends the wait', () => {
		const patience = new Patience(1000);
		patience.refused(0);
		patience.accepted();
		expect(patience.end).toBe(Infinity);
		expect(patience.refused(5000)).toBe(false);
		expect(patience.end).toBe(6000);
	});

	it('nothing refused: nothing to wait for', () => {
		expect(new Patience(1000).end).toBe(Infinity);
	});
});

describe('it gives up at once', () => {
	it.each([
		['if the limit is 0', 0, 0, true],
		['if the wait asked for goes beyond the end', 1000, 1001, true],
		['not if the wait ends with it', 1000, 1000, false],
	])('%s', (_name, limit, retryAfter, givesUp) => {
		expect(new Patience(limit).refused(70, retryAfter)).toBe(givesUp);
	});

	it('if a later wait goes beyond the end', () => {
		const patience = new Patience(1000);
		expect([patience.refused(0, 600), patience.refused(600, 401)]).toEqual([false, true]);
	});
});
