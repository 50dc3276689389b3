import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import { readAccess } from '../../../nodes/WebexCampaign/input/credential';

const acme = { region: 'webexcampaign.io', tenant: 'acme', apiKey: 'secret' };

/** n8n, whose credential resolves to this for each item. */
function contextWith(credentialOf: (item: number) => ICredentialDataDecryptedObject) {
	const getCredentials = jest.fn(async (_type: string, item: number) => credentialOf(item));
	return { context: { getCredentials } as unknown as IExecuteFunctions, getCredentials };
}

describe('a credential tells where requests go, and with what', () => {
	it.each([
		[1, [0]],
		[2, [0, 1, 2]],
		[10_000, [0, 9999, 10_000]],
	])('of %i items it is read for the first, the last, and one past the last', async (items, read) => {
		const { context, getCredentials } = contextWith(() => acme);
		expect(await readAccess(context, items)).toEqual({
			ok: true,
			value: { endpoint: 'https://acme.webexcampaign.io/campaignapi', apiKey: 'secret', credential: acme },
		});
		expect(getCredentials.mock.calls).toEqual(read.map((item) => ['webexCampaignApi', item]));
	});

	it.each<[string, (item: number) => ICredentialDataDecryptedObject]>([
		[
			'throws where there is no item',
			(item) => {
				if (item === 5) throw new Error('item 5 of 5');
				return acme;
			},
		],
		['comes out empty there', (item) => (item === 5 ? { ...acme, tenant: '' } : acme)],
	])('if it %s it is read for each', async (_name, credentialOf) => {
		const { context, getCredentials } = contextWith(credentialOf);
		expect((await readAccess(context, 5)).ok).toBe(true);
		expect(new Set(getCredentials.mock.calls.map(([, item]) => item))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
	});

	it('a cancel ends the reading', async () => {
		const { context, getCredentials } = contextWith((item) => (item === 500 ? {} : acme));
		await readAccess(context, 500, () => getCredentials.mock.calls.length >= 10);
		expect(getCredentials).toHaveBeenCalledTimes(10);
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
			const ofItem = (item: number) => (item === odd ? other : acme);
			const { context } = contextWith((item) => (item < 10 ? ofItem(item) : {}));
			expect(await readAccess(context, 10)).toMatchObject({
				ok: false,
				message: 'The credential differs from item to item',
				code: 'INVALID_CREDENTIAL',
			});
		}
	});
});

describe('a credential that can not be used says why', () => {
	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['no tenant', { ...acme, tenant: '' }, "'Tenant' is empty"],
		['no key', { ...acme, apiKey: ' ' }, "'API Secret Key' is empty"],
	])('%s, whichever item it is', async (_name, unusable, reason) => {
		const refusal = {
			ok: false,
			message: expect.stringMatching(`^The credential can't be used: .*${reason}`),
			code: 'INVALID_CREDENTIAL',
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
