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

	const withSecret = { [secret.name]: secret.value };
	const ask = async (body: object, headers: Record<string, string> = withSecret) => {
		const isForm = body instanceof URLSearchParams;
		const reply = await fetch(`${scene.url}/webhook/erase-contact`, {
			method: 'POST',
			headers: isForm ? headers : { ...headers, 'content-type': 'application/json' },
			body: isForm ? body : JSON.stringify(body),
		});
		return { status: reply.status, body: await reply.json().catch(() => null) };
	};

	it.each([
		['a contact that is there', '9463183901', 200, { deleted: true, check: false, status: 'deleted' }],
		['one that is gone', '9463183901', 200, { deleted: false, check: true, status: 'notFound' }],
		['one that nobody can tell of', 'lost-at-first', 200, { deleted: null, check: true, status: 'goneAfterRetry' }],
		['an empty number', '', 422, { outcome: 'notDeleted', message: "'customerId' is empty" }],
	])('answers for %s', async (_case, customerId, status, body) => {
		await scene.simulator.change({ faults: [{ fault: 'lost', keys: 'lost-at-first', firstAsks: 1 }] });
		const answer = await ask({ customerId, ticket: 'DSR-4711' });
		await scene.simulator.change({ faults: [] });
		expect(answer).toEqual({ status, body: expect.objectContaining({ customerId, ...body }) });
	});

	it('names a ticket that is none by its own field', async () => {
		const answer = await ask({ customerId: '9463183902', ticket: ['DSR-4711'] });
		expect(answer).toMatchObject({ status: 422, body: { message: "'ticket' is not a text" } });
	});

	it.each([
		['without a customer number', {}],
		['that is a list', [{ customerId: '9463183902' }]],
		['for several contacts', { customerId: ['9463183902', '9463183904'] }],
		['with the fields of a form, which make a blank of a +', new URLSearchParams('customerId=+9463183902')],
	])('deletes nothing for a request %s, and says what it must be', async (_case, body) => {
		const before = await scene.simulator.totals();
		const message = expect.stringContaining("one JSON object with 'customerId'");
		expect(await ask(body)).toMatchObject({ status: 422, body: { outcome: 'notDeleted', message } });
		expect(await scene.simulator.totals()).toEqual(before);
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
