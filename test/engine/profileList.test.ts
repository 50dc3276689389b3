import type { FaultRule } from '../../simulator/faults';
import { listProfiles } from '../n8nEngine/listProfiles';
import { assertHoldsNone } from '../n8nEngine/secrets';
import { Campaign } from './campaign';

const campaign = new Campaign();
const asOptions = (names: string[]) => names.map((name) => ({ name, value: name }));

describe("The list of 'Profile Name'", () => {
	it.each(['bare', 'wrapped'] as const)('shows the names, sorted, if the API lists them %s', async (definitionList) => {
		await campaign.simulator.change({ definitionList });
		const { results } = await listProfiles(campaign.credential);
		expect(results).toEqual(asOptions(['loyalty', 'newsletter', 'sampleprofile']));
	});
});

describe("The list of 'Profile Name' says why there is none, and how to go on without it", () => {
	const because = async (credential: object) => {
		const error = (await listProfiles(credential as never).catch((thrown: unknown) => thrown)) as Error & {
			description?: string;
		};
		expect(error).toBeInstanceOf(Error);
		assertHoldsNone(campaign.secrets, 'error', error);
		return error;
	};
	const byName = expect.stringContaining("Choose 'By Name' and type the profile name instead.");

	it.each([
		['a redirect', { fault: 'redirect' }],
		['a connection that is lost', { fault: 'lost' }],
		['a reply that echoes the key', { fault: 'echo' }],
	] as Array<[string, FaultRule]>)('%s', async (_, fault) => {
		await campaign.simulator.change({ faults: [{ ...fault, on: 'definitions' }] });
		const error = await because(campaign.credential);
		expect(error.message).toBe('Webex Campaign did not return the list of profiles');
		expect(error.description).toEqual(byName);
		expect((await campaign.simulator.arrivals()).stray).toEqual([]);
	});
});
