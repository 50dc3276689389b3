import { keysFrom } from '../../simulator/profiles';
import { Campaign, PROFILE } from './campaign';
import { CONTINUE, ERROR_OUTPUT } from './onError';

const campaign = new Campaign();
const keys = keysFrom('5550001', 400);

const addRecords = () => campaign.simulator.addRecords([{ profileName: PROFILE, keys }]);

/** So many executions at once, of one item each. */
const webhooks = (count: number, run: Parameters<Campaign['deletes']>[0] = {}) =>
	Promise.all(keys.slice(0, count).map((key) => campaign.deletes({ keys: [key], onError: CONTINUE, ...run })));

const firstOf = (results: Awaited<ReturnType<typeof webhooks>>) => results.map(({ success }) => success[0]!.json);

describe('Runs that follow each other are one job', () => {
	it('what one has learned of the throttle the next one knows', async () => {
		await addRecords();
		await campaign.simulator.change({ throttle: { kind: 'fixed', limit: 20, windowMs: 1000 } });
		const refusedIn = async (from: number) => {
			const before = (await campaign.simulator.totals()).refused;
			await campaign.deletes({ keys: keys.slice(from, from + 60), onError: ERROR_OUTPUT });
			return (await campaign.simulator.totals()).refused - before;
		};
		const [first, second, third] = [await refusedIn(0), await refusedIn(60), await refusedIn(120)];
		expect(first).toBeGreaterThan(0);
		expect(Math.min(second, third)).toBeLessThan(first);
	});
});

describe('What one run finds out, those beside it need not try', () => {
	it('200 webhooks with a wrong key cost one request', async () => {
		const credential = { ...campaign.credential, apiKey: 'a-wrong-key' };
		const items = firstOf(await webhooks(200, { credential, secrets: ['a-wrong-key'] }));
		expect(await campaign.requests()).toBe(1);
		const codes = items.map(({ error }) => (error as { code: string }).code);
		expect(codes.filter((code) => code === '498')).toHaveLength(1);
		expect(codes.filter((code) => code === 'RUN_STOPPED')).toHaveLength(199);
	});

	it('and tells each of them what to do', async () => {
		const credential = { ...campaign.credential, apiKey: 'a-wrong-key' };
		const items = firstOf(await webhooks(2, { credential, secrets: ['a-wrong-key'] }));
		const errors = items.map(({ error }) => error as { code: string });
		expect(errors.find(({ code }) => code === 'RUN_STOPPED')).toMatchObject({
			message: 'This item was not sent: Webex Campaign does not accept this API key, so the run ended',
			description: expect.stringContaining("into 'API Secret Key' of the credential"),
		});
	});

	it('a run that begins later asks again', async () => {
		const credential = { ...campaign.credential, apiKey: 'a-wrong-key' };
		const run = { keys: ['one'], onError: CONTINUE, credential, secrets: ['a-wrong-key'] };
		await campaign.deletes(run);
		await campaign.deletes(run);
		expect(await campaign.requests()).toBe(2);
	});

	it('another key is another lane: it is not held up', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'hang', keys: '^5550001$' }] });
		await addRecords();
		const slow = campaign.deletes({
			keys: [keys[0]],
			onError: CONTINUE,
			options: { requestTimeout: 3, maxRetries: 0 },
		});
		const credential = { ...campaign.credential, apiKey: campaign.simulator.deleteOnlyKey };
		const { success } = await campaign.deletes({ keys: keys.slice(1, 4), onError: CONTINUE, credential });
		expect(success.map(({ json }) => json.status)).toEqual(['deleted', 'deleted', 'deleted']);
		await slow;
	});
});

describe('An outage touches a handful of items', () => {
	const touched = async () => new Set((await campaign.simulator.ledger()).map(({ key }) => key)).size;

	it.each([
		['of one list', () => campaign.deletes({ keys, onError: CONTINUE })],
		['of 300 webhooks', () => webhooks(300)],
	])('%s', async (_name, run) => {
		await addRecords();
		await campaign.simulator.change({ faults: [{ fault: 'webPage', httpStatus: 503 }], latency: { ms: 20 } });
		await run();
		expect(await touched()).toBeGreaterThanOrEqual(5);
		expect(await touched()).toBeLessThanOrEqual(15);
	});

	it('in the middle of a list', async () => {
		await addRecords();
		await campaign.simulator.change({
			faults: [{ fault: 'webPage', httpStatus: 503, keys: `^(${keys.slice(50).join('|')})$` }],
			latency: { ms: 20 },
		});
		await campaign.deletes({ keys, onError: CONTINUE });
		expect(await touched()).toBeLessThanOrEqual(50 + 15);
	});
});

describe("'Max Requests per Second' slows all runs down", () => {
	it('to the smallest number among them', async () => {
		await addRecords();
		const options = { maxRequestsPerSecond: 25 };
		await Promise.all([
			campaign.deletes({ keys: keys.slice(0, 40), onError: ERROR_OUTPUT, options }),
			campaign.deletes({ keys: keys.slice(40, 80), onError: ERROR_OUTPUT }),
		]);
		const busiest = Math.max(...(await campaign.simulator.seconds()).map(({ requests }) => requests));
		// They take turns, so both go on to the end. A busy simulator may see some that come together late.
		expect(busiest).toBeLessThan(45);
	});
});
