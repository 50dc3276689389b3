import type { NodeResult } from './engine/runNode';
import { Campaign, KEYS } from './campaign';
import { CONTINUE, ERROR_OUTPUT, ON_ERROR, STOP, type On } from './onError';
import { failedItem, REFUSED_CREDENTIAL } from './shapes';

const keys = KEYS.slice(0, 3);
const campaign = new Campaign();

/** In no mode may an item leave by the success branch as if it had been deleted. */
const expectAllRefused = async (onError: On, { success, failed, error }: NodeResult) => {
	const refused = keys.map((contact, item) =>
		failedItem(item, null, REFUSED_CREDENTIAL, { input: onError === ERROR_OUTPUT ? { contact } : {} }),
	);
	expect(success).toStrictEqual(onError === CONTINUE ? refused : []);
	expect(failed).toStrictEqual(onError === ERROR_OUTPUT ? refused : []);
	expect(error && { name: error.name, itemIndex: error.context.itemIndex }).toEqual(
		onError === STOP ? { name: 'NodeOperationError', itemIndex: 0 } : undefined,
	);
	expect(await campaign.requests()).toBe(0);
};

describe.each(ON_ERROR)(
	'On Error %s: without a usable credential nothing is sent and every item fails',
	(onError) => {
		it('no credential is chosen in the node', async () => {
			const settings = { credentials: undefined };
			await expectAllRefused(onError, await campaign.deletes({ keys, onError, settings }));
		});

		it('the chosen credential has been deleted', async () => {
			await expectAllRefused(onError, await campaign.deletes({ keys, onError, credential: undefined }));
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
			await expectAllRefused(onError, await campaign.deletes({ keys, onError, credential }));
		});

		it.each([
			['tenants', (item: number) => ({ customEndpoint: `http://127.0.0.${item + 1}:9` })],
			['API keys', (item: number) => ({ apiKey: `key-of-item-${item}` })],
		])('its fields hold expressions that lead to other %s for the last item', async (_, fieldsFor) => {
			const credential = (item: number) => ({ ...campaign.credential, ...fieldsFor(item) });
			await expectAllRefused(onError, await campaign.deletes({ keys, onError, credential }));
		});
	},
);

describe('A credential whose fields hold expressions', () => {
	it('is used if all items lead to the same tenant and key', async () => {
		const { success } = await campaign.deletes({ keys, credential: () => campaign.credential });
		expect(success).toHaveLength(3);
		expect(await campaign.deletedKeys()).toEqual(keys);
	});
});
