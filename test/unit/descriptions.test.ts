import { NodeConnectionTypes, type INodePropertyOptions } from 'n8n-workflow';

import { credential, fieldOf, fields, fieldsIn, node, optionsOf } from './fields';

describe('the node is one that n8n verifies', () => {
	it('works as an AI tool, with a main input and output', () => {
		expect(node).toMatchObject({
			usableAsTool: true,
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			subtitle: expect.stringMatching(/^=/),
		});
	});

	it('its operations have an action in sentence case without articles', () => {
		const operations = fieldOf(node.properties, 'operation').options as INodePropertyOptions[];
		expect(operations.map(({ action }) => action)).toEqual(
			operations.map(({ name }) => name.charAt(0) + name.slice(1).toLowerCase()),
		);
	});

	it('only what may differ from item to item can be an expression on its data', () => {
		const fixed = fieldsIn(node.properties).filter(({ noDataExpression }) => noDataExpression);
		const options = optionsOf(fieldOf(node.properties, 'options')).map(({ name }) => name);
		const ofRun = options.filter((name) => name !== 'dryRun');
		expect(fixed.map(({ name }) => name)).toEqual(['resource', 'operation', ...ofRun]);
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
		if (!unexplained.includes(field.name) && field.type !== 'notice') expect(field.description).toMatch(/^[A-Z]/);
	});

	it.each(fields.filter(([, { options }]) => options))('%s lists its options in alphabetical order', (_name, field) => {
		const names = optionsOf(field).map((option) => option.displayName ?? option.name);
		const inOrder = [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }));
		expect(names).toEqual(inOrder);
	});
});
