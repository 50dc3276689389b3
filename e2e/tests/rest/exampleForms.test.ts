import { saveCredentialOf } from '../../stage/credential';
import { publishExample } from '../../stage/example';
import { whenStatus } from '../../stage/execution';
import { submitForm } from '../../stage/form';
import { openScene } from '../scene';

const login = { user: 'office', password: 'erase-with-care' };
const byteOrderMark = '\uFEFF';

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
	const executed = async () =>
		(await scene.simulator.ledger()).filter((entry) => entry.executed > 0).map(({ key }) => key);

	describe('erasure-form.json', () => {
		const lost = { fault: 'lost', keys: '03$' } as const;
		const refused = { fault: 'failure', code: 777, httpStatus: 200, keys: '05$' } as const;
		const notProcessed = { fault: 'failure', code: 1010, keys: '06$' } as const;

		it.each([
			['a contact', '9463183901', 'Deleted', 'customer number 9463183901 is deleted for good'],
			['a contact that is not there', 'nobody', 'There was nothing to delete', 'no contact'],
			['a shortened number', '9.46318E+09', 'check the customer number', 'was shortened by a spreadsheet'],
			['no number', ' ', 'check the customer number', 'The customer number is empty. Nothing was deleted'],
			['a lost reply', '9463183903', 'It is not certain yet', 'send the same form again'],
			['a delete that was not processed', '9463183906', 'try again later', 'Nothing was deleted'],
			['an unfamiliar code', '9463183905', 'ask your administrator', 'code 777, execution '],
		])('tells what became of %s', async (_case, customerNumber, title, message) => {
			await scene.simulator.change({ faults: [lost, refused, notProcessed] });
			const { html } = await submit('erasure-request', customerNumber, 'DSR-4711');
			expect(html).toContain(title);
			expect(html).toContain(message);
			expect(html).not.toMatch(/'Key'|Profile Not Found|\bitem\b|undefined/);
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
		const upload = async (text: string) =>
			await submit('erasure-list', new File([text], 'list.csv', { type: 'text/csv' }), 'DSR-4711');
		const reportOf = async (executionId: string) => {
			// It waits for the browser to take the file.
			const { itemsOf } = await whenStatus(scene.api, executionId, (status) => status === 'waiting');
			return itemsOf('What became of each row').map(({ json }) => json);
		};

		it('reports every row, in the order of the list, with what is to be done', async () => {
			await scene.simulator.change({
				faults: [
					{ fault: 'empty', keys: '04$' },
					{ fault: 'failure', code: 777, httpStatus: 200, keys: '05$' },
				],
			});
			const list = 'name,key\nA,9463183903\nB,9.46E+09\nC,9463183904\nD,nobody\nE,9463183905\nF,\nG,9463183903\n';
			const { executionId, html } = await upload(list);

			expect(html).toContain('The report is downloaded');
			expect(html).toContain(
				'7 rows in your list, 7 in the report: 2 deleted, 1 not there, 4 not deleted or not certain.',
			);
			const report = await reportOf(executionId);
			expect(report.map(({ row, key, result, code, 'to do': toDo }) => [row, key, result, code, toDo])).toEqual([
				[2, '9463183903', 'deleted', '', ''],
				[3, '9.46E+09', 'notDeleted', 'INVALID_PARAMETER', 'Correct this row of the list, then run it again'],
				[4, '9463183904', 'unknown', 'UNEXPECTED_REPLY', 'Run this row again later'],
				[5, 'nobody', 'notFound', '', ''],
				[6, '9463183905', 'notDeleted', '777', 'Read the reason, or ask your Webex Campaign administrator'],
				[7, '', 'notDeleted', 'INVALID_PARAMETER', 'Correct this row of the list, then run it again'],
				[8, '9463183903', 'deleted', '', ''],
			]);
			expect(report.at(-1)?.reason).toBe('Repeats row 2');
		});

		it('reads what Excel calls "CSV UTF-8"', async () => {
			await upload(`${byteOrderMark}key\r\n9463183903\r\n9463183904\r\n`);
			expect(await executed()).toEqual(['9463183903', '9463183904']);
		});

		it.each([
			['a row with a field too many', 'key,name\n9463183903,A\n9463183904,B,C\n9463183905,D\n', 'on line 3'],
			['a row with a field too few', 'key,name\n9463183903,A\n9463183904\n', 'on line 3'],
			['semicolons', 'key;name\n9463183903;A\n', 'Its first line says: "key;name". Save it with commas'],
			['a header in capitals', 'Key\n9463183903\n', 'no column named "key", in small letters'],
			['another column', '<b>id\n9463183903\n', 'Its first line says: "&lt;b&gt;id"'],
			['a header alone', 'key,name\n', 'there is no row below the header'],
			['nothing', '\n', 'there is no row below the header'],
		])('deletes nothing and says why for %s', async (_case, list, words) => {
			const { html } = await upload(list);
			expect(html).toContain('Nothing was deleted: please check the file');
			expect(html).toContain(words);
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		});
	});

	describe('dry-run-first.json', () => {
		const check = async (keys = '9463183906\n{{ $json.key }}\n\n9463183907\n9463183906\nnobody\n<i>x</i>') =>
			await submit('dry-run-first', keys, 'DSR-4711');

		it('shows each line and whether it passed, and sends nothing', async () => {
			const { html } = await check();
			expect(html).toContain('5 of 6 lines passed the check');
			expect(html).toContain('Line 1: 9463183906, passed the check');
			expect(html).toMatch(/Line 2: \{\{ \$json\.key \}\}, will not be sent: .* not resolved/);
			expect(html).toContain('Line 5: 9463183906, repeats line 1');
			expect(html).toContain('Line 7: &lt;i&gt;x&lt;/i&gt;, passed the check');
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		});

		it('accounts for every line once it is told to delete', async () => {
			const { html } = await (await check()).submit('Yes');
			expect(html).toContain('6 lines: 2 deleted, 1 refused by the check, 1 repeated, 2 not found');
			expect(html).toContain('Line 2: {{ $json.key }}, refused by the check: ');
			expect(html).toContain('Line 5: 9463183906, repeated: see line 1');
			expect(html).toContain('Line 6: nobody, not found');
			expect(await executed()).toEqual(['9463183906', '9463183907']);
		});

		it('tells of a line that could not be deleted', async () => {
			await scene.simulator.change({ faults: [{ fault: 'failure', code: 498 }] });
			const { html } = await (await check('9463183906')).submit('Yes');
			expect(html).toContain('1 line: 1 not deleted');
			expect(html).toContain('Line 1: 9463183906, not deleted: Webex Campaign does not accept this API key');
		});

		it('deletes nothing when it is told not to', async () => {
			const { html } = await (await check()).submit('No');
			expect(html).toContain('Nothing was deleted');
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		});

		it.each([
			['a refused key alone', '9.46E+09', 'Line 1: 9.46E+09, will not be sent: '],
			['blank lines alone', ' \n ', 'will not be sent: '],
		])('asks for no approval for %s', async (_case, keys, words) => {
			const { html } = await check(keys);
			expect(html).toContain('Nothing was deleted: no line passed the check');
			expect(html).toContain(words);
		});
	});
});
