import { deleted } from './answers';
import { allJobs, always, gate, laneVirtually, tally, webhooks, type LaneResult } from './virtualRun';

describe('runs take turns, item by item', () => {
	it('a webhook does not wait for a list of ten thousand', async () => {
		const { runs, requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 10_000 }, { items: 1, joinAt: 5005 }],
		});
		expect(runs[1]?.endedAt).toBeLessThanOrEqual(5005 + 2 * 50);
		expect(requests).toHaveLength(10_001);
	});

	it('lists get the same share each', async () => {
		const { requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 300 }, { items: 300 }, { items: 300 }],
		});
		const [first = [], ...others] = [0, 1, 2].map((run) => requests.slice(1, 301).filter((one) => one.run === run));
		for (const other of others) expect(Math.abs(other.length - first.length)).toBeLessThanOrEqual(1);
	});
});

describe("'Concurrent Requests' bounds each run, and the largest of them all runs together", () => {
	it('500 webhooks at once are ten requests at once', async () => {
		const result = await laneVirtually({
			server: ({ number }) => ({ answer: deleted, after: 10 + ((number * 37) % 90) }),
			runs: webhooks(500),
		});
		expect(result.mostInFlight).toBe(10);
		expect(tally(allJobs(result))).toEqual({ deleted: 500 });
	});

	it('a run of one at a time does not slow down the others', async () => {
		const { mostInFlight } = await laneVirtually({
			server: always(deleted, 50),
			runs: [1, 7, 3].map((concurrency) => ({ items: 100, options: { concurrency } })),
		});
		expect(mostInFlight).toBe(7);
	});

	it('nor do the others make it send more at a time', async () => {
		const { requests } = await laneVirtually({
			server: always(deleted, 50),
			runs: [{ items: 5, options: { concurrency: 1 } }, { items: 200 }],
		});
		const starts = requests.filter(({ run }) => run === 0).map(({ at }) => at);
		expect(starts.slice(1).every((at, i) => at - starts[i]! >= 50)).toBe(true);
	});
});

describe("the smallest 'Max Requests per Second' holds for all runs together", () => {
	const gaps = ({ requests }: LaneResult) => requests.slice(1).map(({ at }, i) => at - requests[i]!.at);

	it.each([10, 0.5, 400])('%d a second', async (maxRequestsPerSecond) => {
		const result = await laneVirtually({
			server: always(deleted, 20),
			runs: [{ items: 10, options: { maxRequestsPerSecond } }, ...webhooks(10, { maxRequestsPerSecond: 1000 })],
		});
		const gap = 1000 / maxRequestsPerSecond;
		expect(Math.min(...gaps(result))).toBeGreaterThanOrEqual(gap);
		// The clock sleeps whole milliseconds, and the first request goes alone.
		expect(Math.max(...gaps(result).slice(1, 9))).toBeLessThanOrEqual(Math.ceil(gap));
	});

	it('as long as that run goes on', async () => {
		const { requests } = await laneVirtually({
			server: always(deleted, 20),
			runs: [{ items: 3, options: { maxRequestsPerSecond: 2 } }, { items: 100 }],
		});
		const last = requests.filter(({ run }) => run === 0).at(-1)!.at;
		expect(requests.filter(({ at }) => at <= last).length).toBeLessThanOrEqual(8);
		expect(requests.at(-1)!.at).toBeLessThan(last + 1000);
	});

	it('and is no wait for the throttle: patience does not end by it', async () => {
		const options = { maxRequestsPerSecond: 0.01, maxThrottleWait: 5 };
		const { runs } = await laneVirtually({
			server: always(deleted),
			gate: gate(),
			runs: [{ items: 3, options }],
		});
		expect(tally(runs[0]!.jobs)).toEqual({ deleted: 3 });
		expect(runs[0]!.report.throttleWait).toBe(0);
	});
});
