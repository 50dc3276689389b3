import { keysFrom } from '../../simulator/profiles';
import { Campaign, PROFILE } from './campaign';
import { CONTINUE } from './onError';

const campaign = new Campaign();
const keys = keysFrom('5560001', 60);
const odd = keys[20]!;

const run = (given: Parameters<Campaign['deletes']>[0] = {}) => campaign.deletes({ keys, onError: CONTINUE, ...given });
const addRecords = () => campaign.simulator.addRecords([{ profileName: PROFILE, keys }]);
const statuses = ({ success }: Awaited<ReturnType<typeof run>>) => {
	const counts: Record<string, number> = {};
	for (const { json } of success) counts[String(json.status)] = (counts[String(json.status)] ?? 0) + 1;
	return counts;
};

describe('What a gateway says is not the word of the API', () => {
	beforeEach(addRecords);

	it('a firewall that dislikes one item fails that item alone, and no execution beside it', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'webPage', httpStatus: 403, keys: `^${odd}$` }] });
		const half = keys.length / 2;
		const [one, other] = await Promise.all([
			run({ keys: keys.slice(0, half), options: { maxRetries: 1 } }),
			run({ keys: keys.slice(half) }),
		]);
		expect(statuses(one)).toEqual({ deleted: half - 1, notDeleted: 1 });
		expect(one.success[20]!.json.error).toMatchObject({ code: 'UNEXPECTED_REPLY', httpStatus: 403, attempts: 2 });
		expect(statuses(other)).toEqual({ deleted: half });
	});

	it.each([404, 302])('HTTP %i in passing, after good replies, loses nothing', async (httpStatus) => {
		const faults = [{ fault: 'webPage' as const, httpStatus, keys: `^${odd}$`, times: 2 }];
		await campaign.simulator.change({ faults });
		expect(statuses(await run())).toEqual({ deleted: keys.length });
	});

	it.each([
		['HTTP 408', { fault: 'webPage', httpStatus: 408 }],
		['a 5xx with a code of its own', { fault: 'failure', code: 14, httpStatus: 503 }],
		['code 500 with HTTP 200', { fault: 'failure', code: 500, httpStatus: 200 }],
	] as const)('%s after the delete was carried out: tried again, and gone', async (_, fault) => {
		await campaign.simulator.change({ faults: [{ ...fault, executed: true, keys: `^${odd}$`, times: 1 }] });
		const result = await run();
		expect(statuses(result)).toEqual({ deleted: keys.length - 1, goneAfterRetry: 1 });
		expect(result.success[20]!.json).toMatchObject({ status: 'goneAfterRetry', deleted: null });
	});

	it('a wait that a 503 names is kept', async () => {
		await campaign.simulator.change({
			faults: [{ fault: 'webPage', httpStatus: 503, retryAfter: 2, keys: `^${odd}$`, times: 1 }],
		});
		const began = performance.now();
		expect(statuses(await run({ keys: keys.slice(0, 30) }))).toEqual({ deleted: 30 });
		expect(performance.now() - began).toBeGreaterThanOrEqual(2000);
	});
});
