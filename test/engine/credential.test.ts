import { Campaign, KEYS, type Deletes } from './campaign';
import { ON_ERROR, type On } from './onError';
import { expectAllRefused } from './refusals';
import { REFUSED_CREDENTIAL } from './shapes';

const keys = KEYS.slice(0, 3);
const campaign = new Campaign();

const expectRefusal = async (onError: On, run: Deletes) => {
	expectAllRefused(await campaign.deletes({ keys, onError, ...run }), onError, keys, REFUSED_CREDENTIAL);
	expect(await campaign.requests()).toBe(0);
};

describe.each(ON_ERROR)('On Error %s: without a usable credential nothing is sent and every item fails', (onError) => {
	it('no credential is chosen in the node', async () => {
		await expectRefusal(onError, { settings: { credentials: undefined } });
	});

	it('the chosen credential has been deleted', async () => {
		await expectRefusal(onError, { credential: undefined });
	});

	it.each([
		['an empty API key', { apiKey: ' ' }],
		['an API key with white space inside', { apiKey: 'one two' }],
		['an unknown region', { region: 'example.com' }],
		['no tenant', { region: 'webexcampaign.io', tenant: '' }],
		['a tenant of another region', { region: 'webexcampaign.io', tenant: 'https://acme.imicampaign.io' }],
		['a tenant that leads to another host', { region: 'webexcampaign.io', tenant: 'x@evil.com#' }],
		['an endpoint without https', { customEndpoint: 'http://campaign.example.com' }],
		['an endpoint with user info', { customEndpoint: 'https://me:secret@localhost' }],
	])('%s', async (_, fields) => {
		const credential = { ...campaign.credential, ...fields };
		await expectRefusal(onError, { credential });
	});

	it.each([
		['tenants', (item: number) => ({ customEndpoint: `http://127.0.0.${item + 1}:9` })],
		['API keys', (item: number) => ({ apiKey: `key-of-item-${item}` })],
	])('its fields hold expressions that lead to other %s for each item', async (_, fieldsFor) => {
		const credential = (item: number) => ({ ...campaign.credential, ...fieldsFor(item) });
		await expectRefusal(onError, { credential });
	});

	it('an expression gives another tenant for an item in the middle', async () => {
		const globex = { ...campaign.credential, customEndpoint: 'http://127.0.0.2:9' };
		await expectRefusal(onError, { credential: (item) => (item === 1 ? globex : campaign.credential) });
	});
});

describe('A credential whose fields hold expressions', () => {
	it('is used if all items lead to the same tenant and key', async () => {
		const { success } = await campaign.deletes({ keys, credential: () => campaign.credential });
		expect(success).toHaveLength(3);
		expect(await campaign.deletedKeys()).toEqual(keys);
	});
});
