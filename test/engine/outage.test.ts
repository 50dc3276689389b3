import type { FaultRule } from '../../simulator/faults';
import { keysFrom } from '../../simulator/profiles';
import { Campaign } from './campaign';
import { firstReplyDecides } from './failureCases';
import { CONTINUE } from './onError';

const campaign = new Campaign();
const keys = keysFrom('9463183901', 12);
const run = { keys, onError: CONTINUE };

const outages: Array<[code: string, fault: FaultRule, requestTimeout?: number]> = [
	['UNEXPECTED_REPLY', { fault: 'webPage' }],
	['CONNECTION_FAILED', { fault: 'lost' }],
	['TIMED_OUT', { fault: 'hang' }, 0.3],
	['500', { fault: 'failure', code: 500 }],
];

describe('An outage ends the run', () => {
	it.each(outages)('five items settled in a row with %s', async (code, fault, requestTimeout = 30) => {
		await campaign.simulator.change({ faults: [fault] });
		const options = { ...firstReplyDecides, requestTimeout };
		const { success, hints } = await campaign.deletes({ ...run, options });
		expect(success.map(({ json }) => (json.error as { code: string }).code)).toEqual([
			...Array.from({ length: 5 }, () => code),
			...Array.from({ length: 7 }, () => 'RUN_STOPPED'),
		]);
		expect(await campaign.requests()).toBe(5);
		expect(hints[0]!.message).toContain('The run ended early.');
	});

	it.each([
		['a deleted item in between', { fault: 'lost', keys: '[^5]$' }],
		['failures that the API explains', { fault: 'failure', code: 1010 }],
		['profiles that are not there', { fault: 'failure', code: 1020 }],
	] as Array<[string, FaultRule]>)('but not %s', async (_, fault) => {
		await campaign.simulator.change({ faults: [fault] });
		await campaign.deletes({ ...run, keys: keys.slice(0, 9), options: firstReplyDecides });
		expect(await campaign.requests()).toBe(9);
	});
});
