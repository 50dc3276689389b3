import type { FaultRule } from '../../simulator/faults';
import { assertHoldsNone } from '../n8nEngine/secrets';
import { Campaign, KEYS, NOBODY } from './campaign';
import { ON_ERROR } from './onError';

const campaign = new Campaign();

describe('The API key', () => {
	it.each([
		['a deleted profile', []],
		['a redirect', [{ fault: 'redirect' }]],
		['a lost reply', [{ fault: 'lost' }]],
	] as Array<[string, FaultRule[]]>)('goes to the endpoint alone: %s', async (_, faults) => {
		await campaign.simulator.change({ faults });
		await campaign.deletes({ keys: [...KEYS], onError: ON_ERROR[1], options: { maxRetries: 0 } });
		const { authorizations, stray } = await campaign.simulator.arrivals();
		expect(Object.keys(authorizations)).toEqual([`Bearer ${campaign.simulator.apiKey}`]);
		expect(stray).toEqual([]);
	});

	it.each(ON_ERROR)('is masked if the API repeats it (On Error %s)', async (onError) => {
		await campaign.simulator.change({ faults: [{ fault: 'echo' }] });
		const { run } = await campaign.deletes({ keys: [KEYS[0]], onError });
		expect(JSON.stringify(run)).toContain('***');
	});
});

describe('The checks that go with every test', () => {
	const secret = 'a-secret';

	it.each([
		['nested', { a: [{ b: `x${secret}y` }] }],
		['a name', { [secret]: 1 }],
		['an error', new Error(secret)],
		["an error's cause", new Error('x', { cause: { secret } })],
		['not enumerable', Object.defineProperty({}, 'hidden', { value: secret })],
		['beyond a hundred items', [...Array(200).fill(0), secret]],
	])('find a secret: %s', (_, value) => {
		expect(() => assertHoldsNone([secret], 'value', value)).toThrow('A secret is in the value');
	});

	it('find a claim that the ledger contradicts', async () => {
		const { success } = await campaign.deletes({ keys: [NOBODY], options: { ifNotFound: 'continue' } });
		success[0]!.json.status = 'deleted';
		expect(await campaign.contradictions({ success, failed: [] })).not.toEqual([]);
	});
});
