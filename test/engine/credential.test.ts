import { Campaign, KEYS, PROFILE, type Deletes } from './campaign';
import { CONTINUE, ON_ERROR, type On } from './onError';
import { expectAllRefused, NOT_READ } from './refusals';
import { REFUSED_CREDENTIAL } from './shapes';

const keys = KEYS.slice(0, 3);
const campaign = new Campaign();

const expectRefusal = async (onError: On, run: Deletes) => {
	expectAllRefused(await campaign.deletes({ keys, onError, ...run }), onError, keys, REFUSED_CREDENTIAL, NOT_READ);
	expect(await campaign.requests()).toBe(0);
};

describe.each(ON_ERROR)('On Error %s: without a usable credential nothing is sent and every item fails', (onError) => {
	it('no credential is chosen in the node', async () => {
		await expectRefusal(onError, { settings: { credentials: undefined } });
	});

	it('the chosen credential has been deleted', async () => {
		await expectRefusal(onError, { credential: undefined });
	});

	it('it leads to no usable address', async () => {
		await expectRefusal(onError, {
			credential: { ...campaign.credential, customEndpoint: 'https://me:secret@localhost' },
		});
	});

	it.each([
		['tenants', { customEndpoint: '=http://127.0.0.{{ $itemIndex + 1 }}:9' }],
		['API keys', { apiKey: '=key-of-{{ $json.contact }}' }],
	])('its fields hold expressions that lead to other %s for each item', async (_, fields) => {
		await expectRefusal(onError, { credential: { ...campaign.credential, ...fields } });
	});
});

/** What fields of a credential can hold that depends on the item. */
const DEPENDS: Array<[string, string]> = [
	['$json', '$json.tenant'],
	['$json with a default', "$json.tenant ?? 'none'"],
	['the node before', "$('Source').item.json.tenant"],
	['$input.item', '$input.item.json.tenant'],
];

describe.each(DEPENDS)('A credential that depends on its item by %s', (_, expression) => {
	const run = (tenants: string[]) =>
		campaign.run({
			items: tenants.map((tenant, item) => ({ contact: `contact ${item}`, tenant })),
			parameters: { key: '={{ $json.contact }}', options: { ifNotFound: 'continue' } },
			onError: CONTINUE,
			credential: {
				...campaign.credential,
				apiKey: `={{ (${expression}) === 'acme' ? '${campaign.simulator.apiKey}' : 'another-key' }}`,
			},
		});

	it('is used if it comes out the same for all', async () => {
		const { success } = await run(Array(5).fill('acme'));
		expect(success.map(({ json }) => json.status)).toEqual(Array(5).fill('notFound'));
	});

	it.each([1, 3])('is refused without a request if item %i of five has another one', async (odd) => {
		const { success } = await run(Array.from({ length: 5 }, (_, item) => (item === odd ? 'globex' : 'acme')));
		expect(success.map(({ json }) => (json.error as { code: string }).code)).toEqual(
			Array(5).fill('INVALID_CREDENTIAL'),
		);
		expect(await campaign.requests()).toBe(0);
	});
});

describe('A credential with an expression that does not depend on the item', () => {
	it.each(["'x'.replace('x', '%')", "$('Source').first().json.contact.replace(/.*/, '%')"])(
		'%s is used',
		async (template) => {
			const apiKey = `={{ ${template.replace('%', campaign.simulator.apiKey)} }}`;
			const credential = { ...campaign.credential, apiKey };
			const { success } = await campaign.run({
				items: keys.map((contact) => ({ contact })),
				parameters: { key: '={{ $json.contact }}', profileName: { __rl: true, mode: 'name', value: PROFILE } },
				credential,
			});
			expect(success).toHaveLength(3);
			expect(await campaign.deletedKeys()).toEqual(keys);
		},
	);
});
