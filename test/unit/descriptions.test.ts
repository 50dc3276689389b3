import { NodeConnectionTypes, type INodeProperties } from 'n8n-workflow';

import { WebexCampaignApi } from '../../credentials/WebexCampaignApi.credentials';
import { WebexCampaign } from '../../nodes/WebexCampaign/WebexCampaign.node';

const node = new WebexCampaign().description;
const credential = new WebexCampaignApi();

const optionsOf = (property: INodeProperties) => (property.options ?? []) as INodeProperties[];

/** Every field of the editor, those inside collections too. */
const fieldsIn = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? fieldsIn(optionsOf(property)) : []),
	]);

const fields = fieldsIn([...node.properties, ...credential.properties]).map(
	(field) => [field.name, field] as const,
);

function fieldOf(properties: INodeProperties[], name: string): INodeProperties {
	const field = fieldsIn(properties).find((candidate) => candidate.name === name);
	if (!field) throw new Error(`There is no field '${name}'`);
	return field;
}

describe('saved workflows depend on these names', () => {
	it('of the node', () => {
		expect([node.name, node.displayName, node.version]).toEqual(['webexCampaign', 'Webex Campaign', 1]);
		expect(node.properties.map(({ name }) => name)).toEqual([
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
		['dryRun', { type: 'boolean', default: false }],
		['ifNotFound', { type: 'options', default: 'fail' }],
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
		expect(
			optionsOf(fieldOf(node.properties, name)).map((option) => (option as { value?: unknown }).value),
		).toEqual(values);
	});

	it('of the audit parameters and the options', () => {
		const names = (name: string) => optionsOf(fieldOf(node.properties, name)).map((option) => option.name);
		expect(names('auditParameters')).toEqual(Array.from({ length: 10 }, (_, i) => `exparam${i + 1}`));
		expect(names('options')).toEqual([
			'concurrency',
			'dryRun',
			'ifNotFound',
			'maxRetries',
			'maxThrottleWait',
			'requestTimeout',
		]);
	});

	it('of the modes of the profile name', () => {
		expect(fieldOf(node.properties, 'profileName').modes?.map(({ name }) => name)).toEqual(['name', 'list']);
	});

	it('of the credential', () => {
		expect([credential.name, credential.displayName]).toEqual(['webexCampaignApi', 'Webex Campaign API']);
		expect(node.credentials).toEqual([{ name: 'webexCampaignApi', required: true }]);
		expect(credential.properties.map(({ name }) => name)).toEqual([
			'region',
			'tenant',
			'customEndpoint',
			'apiKey',
		]);
		expect(fieldOf(credential.properties, 'region').default).toBe('webexcampaign.io');
	});
});

describe('the node is one that n8n verifies', () => {
	it('works as an AI tool, with a main input and output', () => {
		expect(node).toMatchObject({
			usableAsTool: true,
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			subtitle: expect.stringMatching(/^=/),
		});
	});

	it('its operation has an action in sentence case without articles', () => {
		expect(optionsOf(fieldOf(node.properties, 'operation'))).toEqual([
			expect.objectContaining({ name: 'Delete Profile', action: 'Delete profile' }),
		]);
	});

	it('only what may differ from item to item can be an expression on its data', () => {
		const fixed = fieldsIn(node.properties).filter(({ noDataExpression }) => noDataExpression);
		expect(fixed.map(({ name }) => name)).toEqual([
			'resource',
			'operation',
			'concurrency',
			'ifNotFound',
			'maxRetries',
			'maxThrottleWait',
			'requestTimeout',
		]);
	});

	it('the credential hides its key, links its documentation and can be tested', () => {
		expect(fieldOf(credential.properties, 'apiKey').typeOptions).toEqual({ password: true });
		expect(credential.documentationUrl).toMatch(/^https:\/\//);
		expect(credential.test.request).toMatchObject({
			url: '/metadata/v3/profile/',
			disableFollowRedirect: true,
		});
		expect(credential.test.request.method ?? 'GET').toBe('GET');
	});

	it('the credential asks for a tenant or an endpoint, never for both', () => {
		expect(fieldOf(credential.properties, 'tenant').displayOptions).toEqual({ hide: { region: ['custom'] } });
		expect(fieldOf(credential.properties, 'customEndpoint').displayOptions).toEqual({
			show: { region: ['custom'] },
		});
	});
});

describe('every field reads as n8n asks for', () => {
	it.each(fields)('%s', (_name, field) => {
		expect(field.displayName).toMatch(/^[A-Z]/);
		if (field.type === 'boolean') expect(field.description).toMatch(/^Whether /);
		if (field.type === 'collection') expect(field.placeholder).toMatch(/^Add /);
		else if (field.placeholder) expect(field.placeholder).toMatch(/^e\.g\. /);
		const unexplained = ['resource', 'operation'];
		if (!unexplained.includes(field.name)) expect(field.description).toMatch(/^[A-Z]/);
	});

	it.each(fields.filter(([, { options }]) => options))(
		'%s lists its options in alphabetical order',
		(_name, field) => {
			const names = optionsOf(field).map((option) => option.displayName ?? option.name);
			const inOrder = [...names].sort((a, b) =>
				a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }),
			);
			expect(names).toEqual(inOrder);
		},
	);
});
