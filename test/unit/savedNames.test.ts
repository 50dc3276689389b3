import { credential, fieldOf, node, optionsOf } from './fields';

describe('saved workflows depend on these names', () => {
	it('of the node', () => {
		expect([node.name, node.displayName, node.version]).toEqual(['webexCampaign', 'Webex Campaign', 1]);
		const saved = node.properties.filter(({ type }) => type !== 'notice');
		expect(saved.map(({ name }) => name)).toEqual([
			'resource',
			'operation',
			'profileName',
			'key',
			'auditParameters',
			'options',
		]);
	});

	it.each<[string, object]>([
		['resource', { type: 'options', default: 'profile' }],
		['operation', { type: 'options', default: 'delete' }],
		['profileName', { type: 'resourceLocator', default: { mode: 'name', value: '' } }],
		['key', { type: 'string', required: true, default: '' }],
		['auditParameters', { type: 'collection', default: {} }],
		['concurrency', { type: 'number', default: 10, typeOptions: { minValue: 1, maxValue: 50 } }],
		['dryRun', { type: 'boolean', default: true }],
		['ifNotFound', { type: 'options', default: 'fail' }],
		['maxRequestsPerSecond', { type: 'number', default: 10, typeOptions: { minValue: 0.01, maxValue: 1000 } }],
		['maxRetries', { type: 'number', default: 3, typeOptions: { minValue: 0, maxValue: 10 } }],
		['maxThrottleWait', { type: 'number', default: 300, typeOptions: { minValue: 0, maxValue: 86_400 } }],
		['requestTimeout', { type: 'number', default: 30, typeOptions: { minValue: 0.1 } }],
	])('field %s', (name, field) => {
		expect(fieldOf(node.properties, name)).toMatchObject(field);
	});

	it.each([
		['resource', ['profile']],
		['operation', ['delete']],
		['ifNotFound', ['continue', 'fail']],
	])('values of %s', (name, values) => {
		expect(optionsOf(fieldOf(node.properties, name)).map((option) => (option as { value?: unknown }).value)).toEqual(
			values,
		);
	});

	it('of the audit parameters and the options', () => {
		const names = (name: string) => optionsOf(fieldOf(node.properties, name)).map((option) => option.name);
		expect(names('auditParameters')).toEqual(Array.from({ length: 10 }, (_, i) => `exparam${i + 1}`));
		const numbers = ['maxRequestsPerSecond', 'maxRetries', 'maxThrottleWait', 'requestTimeout'];
		expect(names('options')).toEqual(['concurrency', 'dryRun', 'ifNotFound', ...numbers]);
	});

	it('of the modes of the profile name', () => {
		expect(fieldOf(node.properties, 'profileName').modes?.map(({ name }) => name)).toEqual(['name', 'list']);
	});

	it('of the credential', () => {
		expect([credential.name, credential.displayName]).toEqual(['webexCampaignApi', 'Webex Campaign API']);
		expect(node.credentials).toEqual([{ name: 'webexCampaignApi', required: true }]);
		expect(credential.properties.map(({ name }) => name)).toEqual(['region', 'tenant', 'customEndpoint', 'apiKey']);
		expect(fieldOf(credential.properties, 'region').default).toBe('webexcampaign.io');
	});
});
