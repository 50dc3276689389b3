import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import { readAccess } from '../../../nodes/WebexCampaign/input/credential';

const acme = { region: 'webexcampaign.io', tenant: 'acme', apiKey: 'secret' };

/** n8n, whose credential resolves to this for each item. */
function contextWith(credentialOf: (item: number) => ICredentialDataDecryptedObject) {
	const getCredentials = jest.fn(async (_type: string, item: number) => credentialOf(item));
	return { context: { getCredentials } as unknown as IExecuteFunctions, getCredentials };
}

describe('a credential tells where requests go, and with what', () => {
	const itemsRead = async (items: number) => {
		const { context, getCredentials } = contextWith(() => acme);
		expect(await readAccess(context, items)).toEqual({
			ok: true,
			value: { endpoint: 'https://acme.webexcampaign.io/campaignapi', apiKey: 'secret', credential: acme },
		});
		return getCredentials.mock.calls.map(([, item]) => item);
	};

	it.each([1, 2, 3, 50])('it is read for each of %i items', async (items) => {
		expect(await itemsRead(items)).toEqual(Array.from({ length: items }, (_, item) => item));
	});

	it.each([51, 99, 10_000])('and for 50 of %i, spread evenly, first and last among them', async (items) => {
		const read = await itemsRead(items);
		expect(new Set(read).size).toBe(50);
		expect([read[0], read[49]]).toEqual([0, items - 1]);
		const gaps = read.slice(1).map((item, i) => item - read[i]!);
		expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
	});

	it('the same endpoint, written differently, is the same', async () => {
		const { context } = contextWith((item) =>
			item === 0 ? acme : { ...acme, tenant: 'https://ACME.webexcampaign.io' },
		);
		expect((await readAccess(context, 2)).ok).toBe(true);
	});
});

describe('one run, one tenant: nothing is sent', () => {
	it.each<[string, ICredentialDataDecryptedObject]>([
		['another tenant', { ...acme, tenant: 'other' }],
		['another region', { ...acme, region: 'imicampaign.io' }],
		['another key', { ...acme, apiKey: 'other' }],
	])('%s for any of the items', async (_name, other) => {
		for (const odd of [1, 5, 9]) {
			const { context } = contextWith((item) => (item === odd ? other : acme));
			expect(await readAccess(context, 10)).toMatchObject({
				ok: false,
				message: 'The credential differs from item to item',
			});
		}
	});
});

describe('a credential that can not be used says why', () => {
	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['no tenant', { ...acme, tenant: '' }, "'Tenant' is empty"],
		['no key', { ...acme, apiKey: ' ' }, "'API Secret Key' is empty"],
		['nothing', {}, "'Region'"],
	])('%s, whichever item it is', async (_name, unusable, reason) => {
		const refusal = {
			ok: false,
			message: expect.stringMatching(`^The credential can't be used: .*${reason}`),
		};
		expect(await readAccess(contextWith(() => unusable).context, 1)).toMatchObject(refusal);
		const lastOnly = contextWith((item) => (item === 0 ? acme : unusable));
		expect(await readAccess(lastOnly.context, 2)).toMatchObject(refusal);
	});

	it('none chosen: n8n throws, we refuse', async () => {
		const { context } = contextWith(() => {
			throw new Error('Node does not have any credentials set');
		});
		expect(await readAccess(context, 3)).toEqual({
			ok: false,
			message: "The credential 'Webex Campaign API' could not be read",
			description: 'Choose a credential in this node. n8n says: Node does not have any credentials set.',
			code: 'INVALID_CREDENTIAL',
			httpStatus: null,
		});
	});
});
