import type { INodeExecutionData } from 'n8n-workflow';
import type { FaultRule } from '../../simulator/faults';
import { keysFrom } from '../../simulator/profiles';
import { Campaign, inOrder } from './campaign';
import { CONTINUE } from './onError';
import { deletedItem, failedItem, itemWithout } from './shapes';

const gone = (item: number, key: string) => itemWithout('goneAfterRetry', item, key);
const unknown = (item: number, key: string) =>
	failedItem(item, key, { code: '1010', httpStatus: 200, outcome: 'unknown', attempts: 2 });

/** What happens to the first request for the item, and to the second; and the output item, whole. */
const cases: Array<[first: string, faults: FaultRule[], becomes: (item: number, key: string) => object]> = [
	['a reply lost before the delete', [{ fault: 'lost' }], deletedItem],
	['a reply lost after the delete', [{ fault: 'lost', executed: true }], gone],
	['a reply cut in the middle', [{ fault: 'cut', executed: true }], gone],
	['no reply in time', [{ fault: 'hang', executed: true }], gone],
	['a reply that drips', [{ fault: 'drip', executed: true }], gone],
	['HTTP 503 after the delete', [{ fault: 'webPage', httpStatus: 503, executed: true }], gone],
	[
		'a reply lost, then a refusal',
		[
			{ fault: 'lost', executed: true },
			{ fault: 'failure', code: 1010 },
		],
		unknown,
	],
];

describe('With one retry allowed, an item becomes', () => {
	const campaign = new Campaign();
	const keys = keysFrom('9463183901', cases.length);
	let items: INodeExecutionData[];

	// One run for all: the retries wait side by side.
	beforeAll(async () => {
		const faults = cases.flatMap(([, [first, second]], i): FaultRule[] => [
			{ ...first!, keys: keys[i], firstAsks: 1 },
			...(second ? [{ ...second, keys: keys[i] }] : []),
		]);
		await campaign.simulator.change({ faults });
		const options = { maxRetries: 1, requestTimeout: 1 };
		items = inOrder(await campaign.deletes({ keys, onError: CONTINUE, options }));
	});

	it.each(cases.map(([first, , becomes], item) => ({ first, becomes, item })))('$first', ({ item, becomes }) => {
		expect(items[item]).toStrictEqual(becomes(item, keys[item]!));
	});
});

describe('A request past its deadline is closed', () => {
	const campaign = new Campaign();

	it('so that no more are open than Concurrent Requests allows', async () => {
		await campaign.simulator.change({ faults: [{ fault: 'drip', executed: true, dripMs: 60_000 }] });
		const options = { concurrency: 2, requestTimeout: 0.5, maxRetries: 1 };
		await campaign.deletes({ keys: keysFrom('9463183901', 60), onError: CONTINUE, options });
		expect((await campaign.simulator.totals()).maxInFlight).toBeLessThanOrEqual(2);
	});
});
