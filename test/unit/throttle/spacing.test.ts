import { Spacing } from '../../../nodes/WebexCampaign/throttle/spacing';

describe('A trial that is let through', () => {
	const loose = () => {
		const spacing = new Spacing();
		spacing.learn(100, 36);
		return spacing;
	};

	it('at its time leaves room for an earlier one', () => {
		const spacing = loose();
		spacing.openedInTrial(spacing.next);
		expect(spacing.accepted).toBe(68);
		expect(spacing.isLoose).toBe(true);
	});

	it('held up by replies ends the trials: else they would go on, one at a time, for ever', () => {
		const spacing = loose();
		spacing.openedInTrial(100);
		expect(spacing.isLoose).toBe(false);
	});
});
