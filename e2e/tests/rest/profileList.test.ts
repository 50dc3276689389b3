import { fieldsFor, nodeType, saveCredential, type Credentials } from '../../stage/webexCampaign';
import { openScene } from '../scene';

describe("the list of 'Profile Name'", () => {
	const scene = openScene();

	const list = async (credentials: Credentials, filter?: string) =>
		await scene.api.post<{ results: Array<{ name: string; value: string }> }>(
			'/dynamic-node-parameters/resource-locator-results',
			{
				path: 'parameters.profileName',
				methodName: 'searchProfiles',
				nodeTypeAndVersion: { name: nodeType, version: 1 },
				currentNodeParameters: { resource: 'profile', operation: 'delete' },
				credentials,
				filter,
			},
		);
	const names = async (filter?: string) => (await list(scene.credentials, filter)).results.map(({ value }) => value);

	it.each(['bare', 'wrapped'] as const)('shows the profiles when their list comes %s', async (definitionList) => {
		await scene.simulator.change({ definitionList });
		expect((await names()).sort()).toEqual(['loyalty', 'newsletter', 'sampleprofile']);
	});

	it('finds by a part of the name', async () => {
		expect(await names('LOYAL')).toEqual(['loyalty']);
	});

	it('says what to do when the key may not read the definitions', async () => {
		const fields = { ...fieldsFor(scene.simulator), apiKey: scene.simulator.deleteOnlyKey };
		const credentials = await saveCredential(scene.api, fields, 'Delete only');
		await expect(list(credentials)).rejects.toThrow(/By Name|profile name/i);
	});
});
