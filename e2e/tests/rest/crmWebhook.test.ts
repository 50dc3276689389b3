import { saveCredentialOf } from '../../stage/credential';
import { publishExample } from '../../stage/example';
import { openScene } from '../scene';

const secret = { name: 'X-CRM-Secret', value: 'only-the-crm-knows' };

describe('examples/crm-webhook.json, in production', () => {
	const scene = openScene();

	beforeAll(async () => {
		const webhookSecret = await saveCredentialOf(scene.api, 'httpHeaderAuth', secret);
		await publishExample(scene.api, 'crm-webhook.json', { ...scene.credentials, ...webhookSecret });
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
