import type { ProfileToDelete } from '../../../nodes/WebexCampaign/api/deleteProfile';
import { JobQueue } from '../../../nodes/WebexCampaign/lane/job';
import { valid, invalid, type Result } from '../../../nodes/WebexCampaign/result';
import { jobsFor, type DeleteJob } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';

const profile = (key: string, profileName: string | null = null, audit = ''): Result<ProfileToDelete> =>
	valid({ key, profileName, auditParameters: { exparam1: audit } });

describe('the same profile name and key are sent once', () => {
	it.each<[string, Array<Result<ProfileToDelete>>, number[][]]>([
		['none twice', [profile('1'), profile('2')], [[0], [1]]],
		['twice, and again later', [profile('1'), profile('2'), profile('1'), profile('1')], [[0, 2, 3], [1]]],
		['another profile name is another profile', [profile('1', 'a'), profile('1', 'b')], [[0], [1]]],
		['so is none', [profile('1'), profile('1', 'a'), profile('1')], [[0, 2], [1]]],
		['the name "null" is a name', [profile('1'), profile('1', 'null')], [[0], [1]]],
		['name and key do not run together', [profile('b","c', 'a'), profile('c', 'a","b')], [[0], [1]]],
		['capitals count', [profile('a'), profile('A')], [[0], [1]]],
		['invalid items have none', [invalid('m', 'd'), profile('1'), invalid('m', 'd')], [[1]]],
	])('%s', (_name, profiles, jobs) => {
		expect(jobsFor(profiles).map(({ items }) => items)).toEqual(jobs);
	});

	it("with the first item's audit parameters", () => {
		const [job] = jobsFor([profile('1', 'p', 'first'), profile('1', 'p', 'second')]);
		expect(job?.profile.auditParameters).toEqual({ exparam1: 'first' });
	});
});

describe('jobs leave the queue in the order that wastes least', () => {
	const jobs = jobsFor(['a', 'b', 'c', 'd'].map((key) => profile(key)));
	const [a, b, c, d] = jobs as [DeleteJob, DeleteJob, DeleteJob, DeleteJob];

	/** Takes everything that is ready at a moment. */
	function takeAll(queue: JobQueue<DeleteJob>, now: number): string[] {
		const taken: string[] = [];
		while (queue.hasReady(now, true)) taken.push(queue.take(now).profile.key);
		return taken;
	}

	it('those the throttle refused first, then retries that are due, then fresh ones', () => {
		const queue = new JobQueue([d]);
		queue.retryAt(100, a);
		queue.sendAgain(b);
		queue.sendAgain(c);
		expect(queue.waitingForRetry).toBe(1);
		expect(takeAll(queue, 100)).toEqual(['b', 'c', 'a', 'd']);
		expect(queue.isEmpty).toBe(true);
		expect(() => queue.take(100)).toThrow('no job');
	});

	it('retries when they are due, the earliest first', () => {
		const queue = new JobQueue<DeleteJob>([]);
		queue.retryAt(300, a);
		queue.retryAt(100, b);
		queue.retryAt(200, c);
		queue.retryAt(100, d);
		expect([99, 100, 250, 300].map((now) => takeAll(queue, now))).toEqual([[], ['b', 'd'], ['c'], ['a']]);
	});

	it('a fresh one only if one may be begun', () => {
		const queue = new JobQueue([a]);
		expect([queue.hasReady(0, false), queue.hasReady(0, true)]).toEqual([false, true]);
		queue.sendAgain(b);
		expect(queue.hasReady(0, false)).toBe(true);
	});
});
