import type { FaultRule } from '../../../simulator/faults';
import { currentRelease } from '../../releases';
import { freePort } from '../../stage/freePort';
import { credentialType, fieldsFor } from '../../stage/webexCampaign';
import { openScene } from '../scene';

interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

describe('the Test button of the credential', () => {
	const scene = openScene();

	const verdict = async (fields: object): Promise<Verdict> =>
		await scene.api.post('/credentials/test', {
			credentials: {
				...scene.credentials[credentialType],
				type: credentialType,
				data: { ...fieldsFor(scene.simulator), ...fields },
			},
		});

	beforeEach(async () => await scene.simulator.reset());

	it('is green for a key that may read the definitions', async () => {
		expect(await verdict({})).toMatchObject({ status: 'OK' });
	});

	it('is green for a key that may only delete (code 430)', async () => {
		expect(await verdict({ apiKey: scene.simulator.deleteOnlyKey })).toMatchObject({ status: 'OK' });
	});

	it.each(['number', 'string'] as const)('is red for a wrong key, its code a %s', async (codeKind) => {
		await scene.simulator.change({ codeKind });
		const red = { status: 'Error', message: expect.stringContaining('does not accept this API key') };
		expect(await verdict({ apiKey: 'wrong' })).toMatchObject(red);
	});

	// docs/troubleshooting.md explains these names.
	it.each<[string, () => Promise<string>, string]>([
		['a host that does not exist', async () => 'https://nowhere.invalid', 'ENOTFOUND'],
		['a port on which nothing listens', async () => `http://127.0.0.1:${await freePort()}`, 'ECONNREFUSED'],
		['a port without encryption', async () => scene.simulator.url.replace('http:', 'https:'), 'EPROTO'],
	])("is red, with n8n's own word for it, for %s", async (_case, customEndpoint, message) => {
		const red = await verdict({ customEndpoint: await customEndpoint() });
		expect(red).toMatchObject({ status: 'Error' });
		if (scene.release === currentRelease.n8n) expect(red.message).toBe(message);
	});

	it.each([
		['plain http to another host', { customEndpoint: 'http://example.com' }, 'must begin with https://'],
		['no tenant', { region: 'webexcampaign.io', tenant: '' }, "'Tenant'"],
		[
			'a tenant of another region',
			{ region: 'webexcampaign.io', tenant: 'acme.imicampaign.io' },
			"outside the chosen 'Region'",
		],
		['no key', { apiKey: ' ' }, "'API Secret Key'"],
	])('is red for an unusable endpoint and says why: %s', async (_case, fields, words) => {
		expect(await verdict(fields)).toEqual({ status: 'Error', message: expect.stringContaining(words) });
	});

	const replies: Array<[string, Omit<FaultRule, 'on'>]> = [
		['a web page', { fault: 'webPage' }],
		['an empty body', { fault: 'empty' }],
		['HTTP 404', { fault: 'webPage', httpStatus: 404 }],
		['HTTP 503', { fault: 'webPage', httpStatus: 503 }],
		['HTTP 504', { fault: 'empty', httpStatus: 504 }],
	];
	it.each(replies)('is red for %s', async (_reply, fault) => {
		await scene.simulator.change({ faults: [{ ...fault, on: 'definitions' }] });
		expect(await verdict({})).toMatchObject({ status: 'Error' });
	});

	// The older releases can't look at a status and at a body in one test; docs/troubleshooting.md says so.
	const seesStatus = scene.release === currentRelease.n8n;
	it.each([400, 403, 405, 407, 410, 429, 500])(
		`is ${seesStatus ? 'red' : 'green (a limit of this release)'} for HTTP %d with JSON, and names it`,
		async (httpStatus) => {
			const fault = { fault: 'failure', code: 'E-1', httpStatus, on: 'definitions' } as const;
			await scene.simulator.change({ faults: [fault] });
			const red = { status: 'Error', message: expect.stringContaining(`HTTP ${httpStatus}`) };
			expect(await verdict({})).toMatchObject(seesStatus ? red : { status: 'OK' });
		},
	);

	it('only reads', async () => {
		await verdict({});
		expect(await scene.simulator.totals()).toMatchObject({ requests: 0, definitions: 1 });
	});
});
