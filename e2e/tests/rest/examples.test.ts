import { whenStatus } from '../../stage/execution';
import { submitForm } from '../../stage/form';
import { credentialType, fieldsFor } from '../../stage/webexCampaign';
import { publishWorkflow } from '../../stage/workflow';
import { importExample, saveNamedCredential } from '../example';
import { openScene } from '../scene';

/** The examples, imported as they are: only the credentials that their sticky notes ask for are there. */
describe('the example workflows', () => {
	const scene = openScene();
	const login = 'erika:example';

	beforeAll(async () => {
		const { api, simulator } = scene;
		await saveNamedCredential(api, 'Webex Campaign account', credentialType, fieldsFor(simulator));
		const [user, password] = login.split(':');
		await saveNamedCredential(api, 'Erasure form login', 'httpBasicAuth', { user, password });
		await saveNamedCredential(api, 'CRM webhook secret', 'httpHeaderAuth', {
			name: 'x-crm',
			value: 'secret',
		});
	});
	beforeEach(async () => await scene.simulator.reset());

	const publish = async (file: string) =>
		await publishWorkflow(scene.api, await importExample(scene.api, file));
	const executed = async () =>
		(await scene.simulator.ledger()).filter((entry) => entry.executed > 0).map(({ key }) => key);

	describe('erasure-form.json', () => {
		beforeAll(async () => await publish('erasure-form.json'));

		it.each([
			['a contact', '9463183901', 'Deleted', 'The contact profile 9463183901 is gone.'],
			['a contact that is not there', 'nobody', 'There was nothing to delete', 'no contact profile'],
			['a shortened number', '9.46318E+09', 'Not deleted', 'shortened by a spreadsheet'],
		])('tells what became of %s', async (_, customerNumber, title, message) => {
			const page = await submitForm(scene.api, 'erasure-request', login, customerNumber, 'DSR-1');
			expect(page.html).toContain(title);
			expect(page.html).toContain(message);
		});

		it('leaves ticket, workflow and execution in the audit log', async () => {
			const { executionId } = await submitForm(scene.api, 'erasure-request', login, '9463183902', 'DSR-2');
			expect((await scene.simulator.auditLog())[0]?.auditParameters).toEqual({
				exparam1: 'DSR-2',
				exparam2: expect.stringMatching(/^workflow \w+$/),
				exparam3: `execution ${executionId}`,
			});
		});

		it('is closed to people without the password', async () => {
			const reply = await fetch(`${scene.url}/form/erasure-request`);
			expect(reply.status).toBe(401);
		});
	});

	describe('crm-webhook.json', () => {
		beforeAll(async () => await publish('crm-webhook.json'));

		const ask = async (customerId: string, secret = 'secret') =>
			await fetch(`${scene.url}/webhook/erase-contact`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-crm': secret },
				body: JSON.stringify({ customerId, ticket: 'DSR-3' }),
			});

		it.each([
			['a contact', '9463183903', 200, { deleted: true, status: 'deleted' }],
			['a contact that is not there', 'nobody', 200, { deleted: false, status: 'notFound' }],
			['an empty customer id', '', 422, { code: 'INVALID_PARAMETER', outcome: 'notDeleted' }],
		])('answers for %s', async (_, customerId, status, answer) => {
			const reply = await ask(customerId);
			expect(reply.status).toBe(status);
			expect(await reply.json()).toMatchObject({ customerId, ...answer });
		});

		it('asks the CRM to come back when it is not certain', async () => {
			await scene.simulator.change({ faults: [{ fault: 'failure' }] });
			const reply = await ask('9463183904');
			expect(reply.status).toBe(503);
			expect(await reply.json()).toMatchObject({ outcome: 'unknown', code: '500' });
		});

		it('is closed to callers without the secret', async () => {
			expect((await ask('9463183905', 'guess')).status).toBe(403);
			expect(await executed()).toEqual([]);
		});
	});

	describe('spreadsheet-with-report.json', () => {
		beforeAll(async () => await publish('spreadsheet-with-report.json'));

		it('gives back every row with what became of it', async () => {
			await scene.simulator.change({ faults: [{ fault: 'empty', keys: '07$' }] });
			const list = new File(['key\n9463183906\n9.46E+09\n9463183907\nnobody\n'], 'list.csv', {
				type: 'text/csv',
			});
			const { executionId } = await submitForm(scene.api, 'erasure-list', login, list, 'DSR-4');

			// It waits for the browser to take the file.
			const { itemsOf } = await whenStatus(scene.api, executionId, (status) => status === 'waiting');
			const rows = itemsOf('All rows').map(({ json }) => [json.key, json.result, json.code, json['to do']]);
			expect(rows).toEqual([
				['9463183906', 'deleted', '', ''],
				['nobody', 'notFound', '', ''],
				['9.46E+09', 'notDeleted', 'INVALID_PARAMETER', 'Mend this row of the list, then run it again'],
				['9463183907', 'unknown', 'UNEXPECTED_REPLY', 'Run this row again later'],
			]);
		});

		it('hands the report out as a file', async () => {
			const list = new File(['key\n9463183908\n'], 'list.csv', { type: 'text/csv' });
			const { html } = await submitForm(scene.api, 'erasure-list', login, list, 'DSR-5');
			expect(decodeURIComponent(html)).toContain('erasure-report.csv');
		});
	});

	describe('dry-run-first.json', () => {
		beforeAll(async () => await publish('dry-run-first.json'));

		const check = async () =>
			await submitForm(scene.api, 'dry-run-first', login, '9463183909\n{{ $json.key }}\n9463183910', 'DSR-6');

		it('shows what would be deleted, and sends nothing', async () => {
			const { html } = await check();
			expect(html).toContain('2 can be deleted');
			expect(html).toContain('1 can&#x27;t');
			expect((await scene.simulator.totals()).requests).toBe(0);
		});

		it('deletes what passed after approval', async () => {
			const page = await (await check()).submit('Yes');
			expect(page.html).toContain('2 deleted, 0 not found, 0 not deleted.');
			expect(await executed()).toEqual(['9463183909', '9463183910']);
		});

		it('deletes nothing without approval', async () => {
			const page = await (await check()).submit('No');
			expect(page.html).toContain('Nothing was deleted');
			expect(await executed()).toEqual([]);
		});
	});
});
