import { readEveryItem } from '../../../nodes/WebexCampaign/input/parameters';

describe('something is read of every item', () => {
	it('in order', async () => {
		expect(
			await readEveryItem(
				5,
				() => false,
				(item) => item * 2,
			),
		).toEqual([0, 2, 4, 6, 8]);
	});

	it('of none', async () => {
		expect(
			await readEveryItem(
				0,
				() => false,
				(item) => item,
			),
		).toEqual([]);
	});

	it('until the execution is cancelled', async () => {
		let read = 0;
		expect(
			await readEveryItem(
				100,
				() => read >= 7,
				() => ++read,
			),
		).toHaveLength(7);
	});

	it('with pauses in which n8n can do other work', async () => {
		let others = 0;
		const other = setInterval(() => others++, 1);
		const busy = (item: number) => {
			const until = performance.now() + 2;
			while (performance.now() < until);
			return item;
		};
		await readEveryItem(100, () => false, busy);
		clearInterval(other);
		expect(others).toBeGreaterThan(1);
	});
});
