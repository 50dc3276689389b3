import { newJob } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { JobQueue } from '../../../nodes/WebexCampaign/lane/job';

const jobs = ['a', 'b', 'c', 'd'].map((key) => newJob({ key, profileName: null, auditParameters: {} }, [0]));
const [a, b, c, d] = jobs as [(typeof jobs)[0], (typeof jobs)[0], (typeof jobs)[0], (typeof jobs)[0]];

/** Takes everything that is ready at a moment. */
function takeAll(queue: JobQueue<(typeof jobs)[0]>, now: number): string[] {
	const taken: string[] = [];
	while (queue.hasReady(now, true)) taken.push(queue.take(now).profile.key);
	return taken;
}

describe('jobs leave the queue in the order that wastes least', () => {
	it('fresh ones in input order', () => {
		expect(takeAll(new JobQueue(jobs), 0)).toEqual(['a', 'b', 'c', 'd']);
	});

	it('those the throttle refused first, then retries that are due, then fresh ones', () => {
		const queue = new JobQueue([d]);
		queue.retryAt(100, a);
		queue.sendAgain(b);
		queue.sendAgain(c);
		expect(takeAll(queue, 100)).toEqual(['b', 'c', 'a', 'd']);
	});

	it('retries when they are due, the earliest first', () => {
		const queue = new JobQueue<(typeof jobs)[0]>([]);
		queue.retryAt(300, a);
		queue.retryAt(100, b);
		queue.retryAt(200, c);
		queue.retryAt(100, d);
		expect([takeAll(queue, 99), takeAll(queue, 100), takeAll(queue, 250), takeAll(queue, 300)]).toEqual([
			[],
			['b', 'd'],
			['c'],
			['a'],
		]);
	});
});

it('a fresh one only if one may be begun', () => {
	const queue = new JobQueue([a]);
	expect([queue.hasReady(0, false), queue.hasReady(0, true)]).toEqual([false, true]);
	queue.sendAgain(b);
	expect(queue.hasReady(0, false)).toBe(true);
});

it('the queue knows what waits', () => {
	const queue = new JobQueue([a]);
	expect([queue.isEmpty, queue.hasReady(0, true), queue.nextRetryAt, queue.waitingForRetry]).toEqual([
		false,
		true,
		Infinity,
		0,
	]);
	queue.take(0);
	expect([queue.isEmpty, queue.hasReady(0, true)]).toEqual([true, false]);
	queue.retryAt(70, a);
	queue.retryAt(50, b);
	expect([
		queue.isEmpty,
		queue.hasReady(49, true),
		queue.hasReady(50, true),
		queue.nextRetryAt,
		queue.waitingForRetry,
	]).toEqual([false, false, true, 50, 2]);
	queue.sendAgain(c);
	expect([queue.isEmpty, queue.hasReady(0, true)]).toEqual([false, true]);
	expect([queue.take(50), queue.take(50), queue.take(70)]).toEqual([c, b, a]);
	expect(queue.isEmpty).toBe(true);
	expect(() => queue.take(99)).toThrow();
});
