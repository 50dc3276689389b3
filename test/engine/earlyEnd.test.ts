import dns from 'node:dns';
import { Campaign, KEYS } from './campaign';
import { CONTINUE, ERROR_OUTPUT, ON_ERROR } from './onError';
import { failedItem, NOT_SENT } from './shapes';

const campaign = new Campaign();
const thousand = Array.from({ length: 1000 }, (_, i) => `contact ${i}`);
const refused = { httpStatus: 401, outcome: 'notDeleted', attempts: 1 } as const;

describe('A key that is refused costs one request, however many items there are', () => {
	it.each(ON_ERROR)('On Error %s', async (onError) => {
		const credential = { ...campaign.credential, apiKey: 'a-wrong-key' };
		await campaign.deletes({ keys: thousand, onError, credential, secrets: ['a-wrong-key'] });
		expect(await campaign.requests()).toBe(1);
	});

	it.each([
		['a wrong key', '498', () => 'a-wrong-key'],
		['a key that may not delete', '430', () => campaign.simulator.ungrantedKey],
	])('%s: the first item says %s, the others that they were not sent', async (_, code, apiKey) => {
		const credential = { ...campaign.credential, apiKey: apiKey() };
		const { success } = await campaign.deletes({ keys: thousand, onError: CONTINUE, credential });
		expect(success).toStrictEqual([
			failedItem(0, 'contact 0', { ...refused, code }),
			...thousand.slice(1).map((key, i) => failedItem(i + 1, key, NOT_SENT)),
		]);
	});

	it('a key that is refused midway: what is under way is awaited, the rest is not sent', async () => {
		const faults = [{ fault: 'failure' as const, code: 430, keys: KEYS[2] }];
		await campaign.simulator.change({ faults, latency: { ms: 5 } });
		const keys = [...KEYS, ...thousand];
		const { success, failed } = await campaign.deletes({
			keys,
			onError: ERROR_OUTPUT,
			options: { concurrency: 3 },
		});
		expect(success.map(({ json }) => json.key)).toEqual(expect.arrayContaining([KEYS[0], KEYS[1], KEYS[3]]));
		expect(success.length + failed.length).toBe(keys.length);
		expect(await campaign.requests()).toBeLessThan(10);
	});
});

describe('A connection that is never made is told from one that is lost', () => {
	const keys = [...KEYS];
	const failures = { httpStatus: null, outcome: 'notDeleted', code: 'CONNECTION_FAILED' } as const;

	/** No name server is asked and nothing leaves: the fault is made up where a connection begins. */
	const connectingFailsWith = (code: string) =>
		jest
			.spyOn(dns, 'lookup')
			.mockImplementation(((_name: string, _options: object, done: (e: Error) => void) =>
				done(Object.assign(new Error(`made up: ${code}`), { code, syscall: 'getaddrinfo' }))) as never);

	afterEach(() => jest.restoreAllMocks());

	it('a closed port: nothing was deleted, and five items in a row are an outage', async () => {
		const credential = { ...campaign.credential, customEndpoint: 'http://127.0.0.1:1' };
		const options = { maxRetries: 0, concurrency: 1 };
		const { success } = await campaign.deletes({
			keys: [...keys, 'a sixth'],
			onError: CONTINUE,
			credential,
			options,
		});
		expect(success).toStrictEqual([
			...keys.map((key, item) => failedItem(item, key, { ...failures, attempts: 1 })),
			failedItem(5, 'a sixth', NOT_SENT),
		]);
	});

	it.each([
		['an unknown host', 'ENOTFOUND'],
		['a certificate that is refused', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
	])('%s: the run ends at once', async (_, code) => {
		connectingFailsWith(code);
		const credential = { ...campaign.credential, customEndpoint: 'https://campaign.invalid' };
		const { success } = await campaign.deletes({ keys, onError: CONTINUE, credential });
		expect(success[0]).toStrictEqual(failedItem(0, keys[0]!, { ...failures, attempts: 1 }));
		expect(success.slice(1)).toStrictEqual(keys.slice(1).map((key, i) => failedItem(i + 1, key, NOT_SENT)));
	});

	it('a name server that is out of order: tried again', async () => {
		connectingFailsWith('EAI_AGAIN');
		const credential = { ...campaign.credential, customEndpoint: 'https://campaign.invalid' };
		const { success } = await campaign.deletes({
			keys: ['one'],
			onError: CONTINUE,
			credential,
			options: { maxRetries: 1 },
		});
		expect(success).toStrictEqual([failedItem(0, 'one', { ...failures, attempts: 2 })]);
	});
});
