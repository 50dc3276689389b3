import { crmSecret as secret, publishExample, saveExampleCredentials } from '../../stage/example';
import { credentialType, fieldsFor } from '../../stage/webexCampaign';
import { openScene } from '../scene';

describe('examples/crm-webhook.json, in production', () => {
	const scene = openScene();

	let credentialId = '';

	beforeAll(async () => {
		credentialId = scene.credentials[credentialType]!.id;
		const others = await saveExampleCredentials(scene.api);
		await publishExample(scene.api, 'crm-webhook.json', { ...scene.credentials, ...others });
	});

	const ask = async (body: object, headers: Record<string, string> = { [secret.name]: secret.value }) => {
		const reply = await fetch(`${scene.url}/webhook/erase-contact`, {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return { status: reply.status, body: await reply.json().catch(() => null) };
	};

	it.each([
		['a contact that is there', '9463183901', 200, { deleted: true, status: 'deleted' }],
		['one that is gone', '9463183901', 200, { deleted: false, status: 'notFound' }],
		['an empty number', '', 422, { outcome: 'notDeleted', code: 'INVALID_PARAMETER' }],
	])('answers for %s', async (_case, customerId, status, body) => {
		const answer = await ask({ customerId, ticket: 'DSR-4711' });
		expect(answer).toEqual({ status, body: expect.objectContaining({ customerId, ...body }) });
	});

	it('answers a request without a customer number', async () => {
		expect(await ask({})).toMatchObject({ status: 422, body: { code: 'INVALID_PARAMETER' } });
	});

	it.each([
		['an API key that is refused', 498, 401],
		['an API key that may not delete', 430, 401],
		['an unknown profile name', 102, 200],
		['a code that nobody knows', 777, 400],
	])('asks the CRM to call somebody for %s', async (_case, code, httpStatus) => {
		await scene.simulator.change({ faults: [{ fault: 'failure', code, httpStatus }] });
		const answer = await ask({ customerId: '9463183903', ticket: 'DSR-4711' });
		await scene.simulator.change({ faults: [] });
		expect(answer).toMatchObject({ status: 424, body: { outcome: 'notDeleted', code: String(code) } });
	});

	it('asks the CRM to call somebody for a credential that can not be used', async () => {
		const fields = fieldsFor(scene.simulator);
		const save = async (customEndpoint: string) =>
			await scene.api.patch(`/credentials/${credentialId}`, {
				name: 'Webex Campaign account',
				type: credentialType,
				data: { ...fields, customEndpoint },
			});
		await save('ftp://127.0.0.1');
		const answer = await ask({ customerId: '9463183903', ticket: 'DSR-4711' });
		await save(fields.customEndpoint);
		expect(answer).toMatchObject({ status: 424, body: { outcome: 'notDeleted', code: 'INVALID_CREDENTIAL' } });
	});

	it('asks the CRM to come back when the delete was not processed', async () => {
		await scene.simulator.change({ faults: [{ fault: 'failure', code: 1010, httpStatus: 200 }] });
		const answer = await ask({ customerId: '9463183903', ticket: 'DSR-4711' });
		await scene.simulator.change({ faults: [] });
		expect(answer).toMatchObject({ status: 503, body: { outcome: 'notDeleted', code: '1010' } });
	});

	it('asks the CRM to come back when it is not certain', async () => {
		await scene.simulator.change({ faults: [{ fault: 'failure' }] });
		const answer = await ask({ customerId: '9463183903', ticket: 'DSR-4711' });
		await scene.simulator.change({ faults: [] });
		expect(answer).toEqual({
			status: 503,
			body: expect.objectContaining({ outcome: 'unknown', code: '500' }),
		});
	});

	it('deletes nothing without the secret', async () => {
		const before = await scene.simulator.totals();
		expect(await ask({ customerId: '9463183902' }, {})).toMatchObject({ status: 403 });
		expect(await scene.simulator.totals()).toEqual(before);
	});

	it('leaves ticket, workflow and execution in the audit log', async () => {
		const [first] = await scene.simulator.auditLog();
		expect(first).toMatchObject({
			auditParameters: { exparam1: 'DSR-4711', exparam2: expect.stringMatching(/^workflow \w+$/) },
		});
	});
});
