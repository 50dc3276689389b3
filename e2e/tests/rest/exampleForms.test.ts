import { textIfNotDeleted } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { formLogin, publishExample, saveExampleCredentials } from '../../stage/example';
import { whenStatus } from '../../stage/execution';
import { submitForm } from '../../stage/form';
import { openScene } from '../scene';

const byteOrderMark = '\uFEFF';

/** By the requests a browser would send, so that they are tried in every n8n release. */
describe('the examples that begin with a form, without a browser', () => {
	const scene = openScene();

	beforeAll(async () => {
		const credentials = { ...scene.credentials, ...(await saveExampleCredentials(scene.api)) };
		for (const file of ['erasure-form.json', 'dry-run-first.json', 'spreadsheet-with-report.json']) {
			await publishExample(scene.api, file, credentials);
		}
	});
	beforeEach(async () => await scene.simulator.reset());

	const submit = async (path: string, ...fields: Array<string | Blob>) =>
		await submitForm(scene.api, path, `${formLogin.user}:${formLogin.password}`, ...fields);
	const executed = async () =>
		(await scene.simulator.ledger()).filter((entry) => entry.executed > 0).map(({ key }) => key);

	describe('erasure-form.json', () => {
		const lost = { fault: 'lost', keys: '03$' } as const;
		const refused = { fault: 'failure', code: 777, httpStatus: 400, keys: '05$' } as const;
		const notProcessed = { fault: 'failure', code: 1010, keys: '06$' } as const;
		const lostAtFirst = { fault: 'lost', keys: 'never-there', firstAsks: 1 } as const;

		it.each([
			['a contact', '9463183901', 'Deleted', 'Customer number 9463183901: the contact is deleted for good.'],
			['a number that was typed otherwise', '946 318 3902', 'Not found: please check the customer number', 'blanks'],
			[
				'one that nobody can tell of',
				'never-there',
				'Gone or never there: please check the customer number',
				'was lost',
			],
			['a shortened number', '9.46318E+09', 'check the customer number', 'was shortened by a spreadsheet'],
			['no number', ' ', 'check the customer number', 'The customer number is empty. Nothing was deleted'],
			['two numbers', '9463183901, 9463183902', 'Not deleted: please check', 'with one customer number'],
			['a lost reply', '9463183903', 'It is not certain yet', 'send the same form again'],
			['a delete that was not processed', '9463183906', 'try again later', 'Nothing was deleted'],
			['an unfamiliar code', '9463183905', 'ask your administrator', 'code 777, execution '],
		])('tells what became of %s', async (_case, customerNumber, title, message) => {
			await scene.simulator.change({ faults: [lost, refused, notProcessed, lostAtFirst] });
			const { html } = await submit('erasure-request', customerNumber, 'DSR-4711');
			expect(html).toContain(title);
			expect(html).toContain(message);
			expect(html).not.toMatch(/'Key'|Profile Not Found|\bitem\b|undefined|\.\./);
		});

		it('shows the customer number and the ticket as they were typed', async () => {
			const done = await submit('erasure-request', 'x<b>y</b>', 'DSR-4711');
			expect(done.html).toContain('Customer number x&lt;b&gt;y&lt;/b&gt;: Webex Campaign has no such contact.');
			await scene.simulator.change({ faults: [refused] });
			const asked = await submit('erasure-request', '9463183905', '<i>DSR</i> & Co');
			expect(asked.html).toContain('Ticket &lt;i&gt;DSR&lt;/i&gt; &amp; Co, code 777');
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
		const upload = async (content: string | Buffer) =>
			await submit('erasure-list', new File([content], 'list.csv', { type: 'text/csv' }), 'DSR-4711');
		const reportOf = async (executionId: string) => {
			// It waits for the browser to take the file.
			const { itemsOf } = await whenStatus(scene.api, executionId, (status) => status === 'waiting');
			return itemsOf('What became of each row').map(({ json }) => json);
		};

		it('reports every row, in the order of the list, with what is to be done', async () => {
			await scene.simulator.change({
				faults: [
					{ fault: 'empty', keys: '04$' },
					{ fault: 'failure', code: 777, httpStatus: 400, keys: '05$' },
				],
			});
			const list = 'name,key\nA,9463183903\nB,9.46E+09\nC,9463184904\n\n,\nD,nobody\nE,9463183905\nF,\nG,9463183903\n';
			const { executionId, html } = await upload(list);

			expect(html).toContain('Of 7 rows: 4 left to do, 1 to check');
			expect(html).toContain(
				'7 rows in your list, 7 in the report: 1 contact deleted, 1 contact not there, 4 rows not',
			);
			expect(html).toContain('1 row repeats another and was not sent again.');
			const report = await reportOf(executionId);
			expect(report.map(({ row, key, result, code, 'to do': toDo }) => [row, key, result, code, toDo])).toEqual([
				[2, '9463183903', 'deleted', '', ''],
				[3, '9.46E+09', 'notDeleted', 'INVALID_PARAMETER', 'Correct this row of the list, then run it again'],
				[4, '9463184904', 'unknown', 'UNEXPECTED_REPLY', 'Run this row again later'],
				[7, 'nobody', 'notFound', '', 'Check the key: no profile has it'],
				[8, '9463183905', 'notDeleted', '777', 'Read the reason, or ask your Webex Campaign administrator'],
				[9, '', 'notDeleted', 'INVALID_PARAMETER', 'Correct this row of the list, then run it again'],
				[10, '9463183903', 'deleted', '', ''],
			]);
			expect(report.at(-1)?.reason).toBe('Repeats row 2');
			expect(await executed()).toEqual(['9463183903']);
		});

		// What else can be read, and what is wrong with a file, is in test/examples/spreadsheet.test.ts.
		it('reads what Excel calls "CSV UTF-8", and tells rows from contacts', async () => {
			const { html } = await upload(`${byteOrderMark}key\r\n9463183903\r\n9463183904\r\n9463183903\r\n`);
			expect(html).toContain('Done: nothing is left to do');
			expect(html).toContain('3 rows in your list, 3 in the report: 2 contacts deleted. 1 row repeats another');
			expect(await executed()).toEqual(['9463183903', '9463183904']);
		});

		it('hands out no cell that a spreadsheet would take for a formula', async () => {
			const formulas = ["=cmd|' /C calc'!A0", '@SUM(1+1)', "+1+cmd|' /C calc'!A0", '\t=1+1', '-2+3+cmd'];
			const list = ['key', ...formulas.map((key) => `"${key}"`), '+49 170 1234567', ''].join('\n');
			const report = await reportOf((await upload(list)).executionId);
			expect(report.map(({ key }) => key)).toEqual([...formulas.map((key) => `'${key}`), '+49 170 1234567']);
		});

		it.each([
			['another column', '<b>id\n9463183903\n', 'It has no column named "key". Its first row says: "&lt;b&gt;id"'],
			['nothing at all', '', 'It is empty'],
			['a workbook instead of CSV', 'PK\u0003\u0004\0\0key\n9463183903\n', 'It is no CSV file in UTF-8.'],
			['letters of Windows-1252', Buffer.from('key\n\u00C5ngstr\u00F6m\n', 'latin1'), 'It is not saved in UTF-8'],
		])('deletes nothing and says why for %s', async (_case, list, words) => {
			const { html } = await upload(list);
			expect(html).toContain('Nothing was deleted: please check the file');
			expect(html).toContain(words);
			expect(html).not.toMatch(/binary (?:file|field|property)|undefined/i);
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		});
	});

	describe('dry-run-first.json', () => {
		const check = async (keys = '9463183906\n{{ $json.key }}\n\n9463183907\n9463183906\nnobody\nx<i>y</i>') =>
			await submit('dry-run-first', keys, 'DSR-4711');

		it('shows profile, ticket, and each line and whether it passed, and sends nothing', async () => {
			const { html } = await check();
			expect(html).toContain('4 contacts to delete, 1 repeated line, 1 line that will not be sent');
			expect(html).toContain('Profile: sampleprofile. Ticket: DSR-4711. Deleting is final.');
			expect(html).toContain('Line 1: 9463183906, passed the check');
			expect(html).toMatch(/Line 2: \{\{ \$json\.key \}\}, will not be sent: .* not resolved/);
			expect(html).toContain('Line 5: 9463183906, repeats line 1');
			expect(html).toContain('Line 7: x&lt;i&gt;y&lt;/i&gt;, passed the check');
			expect(await scene.simulator.totals()).toMatchObject({ requests: 0 });
		});

		it('accounts for every line once it is told to delete', async () => {
			const { html } = await (await check()).submit('Yes');
			expect(html).toContain('6 lines: 2 deleted, 1 refused by the check, 1 repeated, 2 not found (check the key)');
			expect(await scene.simulator.totals()).toMatchObject({ requests: 4 });
			expect(html).toContain('Line 2: {{ $json.key }}, refused by the check: ');
			expect(html).toContain('Line 5: 9463183906, repeated: see line 1');
			expect(html).toContain('Line 6: nobody, not found');
			expect(await executed()).toEqual(['9463183906', '9463183907']);
		});

		it('tells of a line that could not be deleted', async () => {
			await scene.simulator.change({ faults: [{ fault: 'failure', code: 498 }] });
			const { html } = await (await check('9463183906')).submit('Yes');
			expect(html).toContain('1 line: 1 not deleted');
			expect(html).toContain(`Line 1: 9463183906, not deleted: ${textIfNotDeleted({ code: '498' }).message}`);
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
