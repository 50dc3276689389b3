import { saveCredentialOf } from '../../stage/credential';
import { publishExample } from '../../stage/example';
import { whenStatus } from '../../stage/execution';
import { submitForm } from '../../stage/form';
import { openScene } from '../scene';

const login = { user: 'office', password: 'erase-with-care' };
const csv = (text: string) => new File([text], 'list.csv', { type: 'text/csv' });

/** By the requests a browser would send, so that they are tried in every n8n release. */
describe('the examples that begin with a form, without a browser', () => {
	const scene = openScene();

	beforeAll(async () => {
		const formLogin = await saveCredentialOf(scene.api, 'httpBasicAuth', login);
		for (const file of ['erasure-form.json', 'dry-run-first.json', 'spreadsheet-with-report.json']) {
			await publishExample(scene.api, file, { ...scene.credentials, ...formLogin });
		}
	});
	beforeEach(async () => await scene.simulator.reset());

	const submit = async (path: string, ...fields: Array<string | Blob>) =>
		await submitForm(scene.api, path, `${login.user}:${login.password}`, ...fields);

	describe('erasure-form.json', () => {
		it.each([
			['a contact', '9463183901', 'Deleted', 'The contact profile 9463183901 is gone.'],
			['a contact that is not there', 'nobody', 'There was nothing to delete', 'no contact profile'],
			['a shortened number', '9.46318E+09', 'Not deleted', 'shortened by a spreadsheet'],
		])('tells what became of %s', async (_case, customerNumber, title, message) => {
			const { html } = await submit('erasure-request', customerNumber, 'DSR-4711');
			expect(html).toContain(title);
			expect(html).toContain(message);
		});

		it('leaves ticket, workflow and execution in the audit log', async () => {
			const { executionId } = await submit('erasure-request', '9463183902', 'DSR-4711');
			expect((await scene.simulator.auditLog())[0]?.auditParameters).toEqual({
				exparam1: 'DSR-4711',
				exparam2: expect.stringMatching(/^workflow \w+$/),
				exparam3: `execution ${executionId}`,
			});
		});
	});

	describe('spreadsheet-with-report.json', () => {
		it('sorts every row by what is to be done', async () => {
			await scene.simulator.change({
				faults: [
					{ fault: 'empty', keys: '04$' },
					{ fault: 'failure', code: 777, httpStatus: 200, keys: '05$' },
				],
			});
			const list = csv('key\n9463183903\n9.46E+09\n9463183904\nnobody\n9463183905\n');
			const { executionId } = await submit('erasure-list', list, 'DSR-4711');

			// It waits for the browser to take the file.
			const { itemsOf } = await whenStatus(scene.api, executionId, (status) => status === 'waiting');
			const rows = itemsOf('All rows').map(({ json }) => [json.key, json.result, json.code, json['to do']]);
			expect(rows).toEqual([
				['9463183903', 'deleted', '', ''],
				['nobody', 'notFound', '', ''],
				['9.46E+09', 'notDeleted', 'INVALID_PARAMETER', 'Mend this row of the list, then run it again'],
				['9463183904', 'unknown', 'UNEXPECTED_REPLY', 'Run this row again later'],
				['9463183905', 'notDeleted', '777', 'Read the reason, or ask your Webex Campaign administrator'],
			]);
		});
	});

	describe('dry-run-first.json', () => {
		const check = async () =>
			await submit('dry-run-first', '9463183906\n{{ $json.key }}\n9463183907', 'DSR-4711');
		const executed = async () =>
			(await scene.simulator.ledger()).filter((entry) => entry.executed > 0).map(({ key }) => key);

		it('shows what would be deleted, and sends nothing', async () => {
			const { html } = await check();
			expect(html).toContain('2 can be deleted');
			expect(html).toMatch(/1 can(&#x27;|')t: .*expression that was not resolved/);
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		});

		it.each([
			['Yes', '2 deleted, 0 not found, 0 not deleted.', ['9463183906', '9463183907']],
			['No', 'Nothing was deleted', []],
		])('does as it is told: %s', async (answer, words, keys) => {
			const { html } = await (await check()).submit(answer);
			expect(html).toContain(words);
			expect(await executed()).toEqual(keys);
		});
	});
});
