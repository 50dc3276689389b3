import { nodeType } from '../../stage/webexCampaign';
import { openScene } from '../scene';

interface NodeDescription {
	name: string;
	displayName: string;
	iconUrl: { light: string; dark: string };
	properties: Array<{ name: string }>;
}

describe('the packed node, installed as from npm', () => {
	const scene = openScene();
	let nodes: NodeDescription[];

	beforeAll(async () => {
		nodes = await scene.api.types('nodes');
	});

	const described = (name: string) => nodes.find((node) => node.name === name);

	it.each([
		[nodeType, 'Webex Campaign'],
		[`${nodeType}Tool`, 'Webex Campaign Tool'],
	])('is listed as %s', (name, displayName) => {
		expect(described(name)).toMatchObject({ displayName });
	});

	it('asks an agent what the tool is for', () => {
		const names = described(`${nodeType}Tool`)?.properties.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['toolDescription', 'profileName', 'key']));
	});

	it('has an icon for light and another for dark', async () => {
		const { light, dark } = described(nodeType)?.iconUrl ?? { light: '', dark: '' };
		const pictures = await Promise.all(
			[light, dark].map(async (path) => await (await fetch(`${scene.url}/${path}`)).text()),
		);
		expect(pictures[0]).toContain('<svg');
		expect(pictures[1]).toContain('<svg');
		expect(pictures[0]).not.toEqual(pictures[1]);
	});

	it('brings its credential type', async () => {
		const types = await scene.api.types<{ name: string; supportedNodes?: string[] }>('credentials');
		expect(types.find(({ name }) => name === 'webexCampaignApi')?.supportedNodes).toContain(nodeType);
	});
});
