import { startSimulator } from '../../simulator/server';
import type { Simulator } from '../../simulator/control';
import { runNode } from './engine/runNode';

describe('Delete Profile in n8n', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const credential = () => ({
		region: 'custom',
		customEndpoint: simulator.endpoint,
		apiKey: simulator.apiKey,
	});

	it('smoke', async () => {
		const result = await runNode({
			items: [{ k: '9463183901' }, { k: '9463183902' }, { k: 'nobody' }, { k: '9463183901' }, { k: '' }],
			parameters: {
				key: '={{ $json.k }}',
				profileName: { __rl: true, mode: 'name', value: 'sampleprofile' },
			},
			credential: credential(),
			onError: 'continueErrorOutput',
		});
		console.log(
			JSON.stringify(result.success, null, 1),
			JSON.stringify(result.failed, null, 1),
			result.hints,
			result.error,
		);
		const stop = await runNode({
			items: [{ k: '9463183905' }, { k: 'nobody' }, { k: '9463183906' }, { k: '9463183907' }],
			parameters: {
				key: '={{ $json.k }}',
				profileName: { __rl: true, mode: 'name', value: 'sampleprofile' },
			},
			credential: credential(),
		});
		console.log(
			stop.error?.constructor.name,
			stop.error?.message,
			stop.error?.description,
			stop.error?.context,
		);
	});
});
